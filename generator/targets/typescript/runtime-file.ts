import type { OutputFile } from "../../target/index.js";
import type { Options } from "./options.js";

/** A file of the runtime as it goes into the output: its imports get the extension that the project wants. */
export function runtimeFile(path: string, text: string, { extension, testing, validators }: Options): OutputFile | undefined {
  if (path.startsWith("zod/") && validators !== "zod") return undefined;
  if (!path.endsWith(".ts") || path.endsWith(".test.ts")) return undefined;
  if (!testing && path.startsWith("testing/")) return undefined;
  const content = extension === ".js" ? text : text.replace(/(from "\.{1,2}\/[^"]*)\.js";/g, `$1${extension}";`);
  return { path: `runtime/${path}`, content };
}
