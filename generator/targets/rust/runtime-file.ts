import type { OutputFile } from "../../target/index.js";

/** A file of the runtime as it goes into the output. */
export function runtimeFile(path: string, text: string): OutputFile | undefined {
  return path.endsWith(".rs") ? { path: `src/runtime/${path}`, content: text } : undefined;
}
