// The generated client of schema/wacht as files that Node runs: one for each module, or all in one.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export const generated = path.join(import.meta.dirname, "../../generated/typescript/wacht");

/** A folder that goes away with the process. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Compiles the client module by module; gives the folder. */
export async function compiled(folder = temporaryFolder()) {
  const modules = readdirSync(generated, { recursive: true }).filter((file) => file.endsWith(".ts"));
  await build({
    entryPoints: modules.map((file) => path.join(generated, file)),
    outdir: folder,
    outbase: generated,
    outExtension: { ".js": ".js" },
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  return folder;
}

/** A program over the client as one module, minified as an application would ship it, or as it reads. */
export async function bundled(program, options = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: generated, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    metafile: true,
    logLevel: "silent",
    ...options,
  });
  return { text: outputFiles[0].text, inputs: Object.values(metafile.outputs)[0].inputs };
}

/** The exports of a module of the client. */
export async function load(module = "index.js") {
  const folder = await compiled();
  return import(pathToFileURL(path.join(folder, module)).href);
}
