import path from "node:path";
import { pathToFileURL } from "node:url";
import { demoRust } from "./demo-rust.mjs";
import { languageOf } from "./language.mjs";

const root = path.join(import.meta.dirname, "..");

/** Runs `demo/` in a language against the built Heddle; gives the exit code. */
export async function demo(language) {
  if (language === "rust") return demoRust();
  await demoTypeScript();
  return 0;
}

/** Node 20 cannot read TypeScript, so esbuild makes one module of it. */
async function demoTypeScript() {
  const { build } = await import("esbuild");
  const outfile = path.join(root, "demo/.built/start.js");
  await build({
    absWorkingDir: root,
    entryPoints: ["demo/start.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["heddle/mock"],
    // In the sources, `heddle/mock` is a file of the generator; here it is the package itself.
    tsconfigRaw: {},
    sourcemap: "inline",
    logLevel: "error",
  });
  await import(pathToFileURL(outfile).href);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = await demo(languageOf(process.argv.slice(2)));
