import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");

/** Runs `demo/` against the built Heddle. Node 20 cannot read TypeScript, so esbuild makes one module of it. */
export async function demo() {
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await demo();
