import path from "node:path";
import { build } from "esbuild";

/** A program for browsers as one module: minified, as an application would ship it. */
export async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: path.join(import.meta.dirname, "../../generated/typescript/wacht"), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
  });
  return outputFiles[0]?.text ?? "";
}
