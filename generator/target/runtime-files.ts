import path from "node:path";
import { shownPath } from "./bundle.js";
import type { CodeFolder, CodeInput, CodeReader } from "./code-folder.js";

/** A file of a language's runtime: real source that is copied beside the generated code. */
export interface RuntimeFile {
  /** From the runtime's folder, with forward slashes. */
  readonly path: string;
  /** With LF. */
  readonly text: string;
}

/** Reads the runtime in `runtime/` of a target's built-in templates, by path. */
export function readRuntime(
  builtIn: CodeFolder,
  reader: CodeReader,
): { readonly files: readonly RuntimeFile[]; readonly inputs: readonly CodeInput[] } {
  const root = path.join(builtIn.path, "runtime");
  const inputs = filesIn(root, reader).map((file): CodeInput => ({
    path: file,
    shown: shownPath(builtIn, file),
    bytes: reader.read(file) ?? new Uint8Array(),
  }));
  const files = inputs.map(({ path: file, bytes }) => ({
    path: path.relative(root, file).replaceAll("\\", "/"),
    text: new TextDecoder().decode(bytes).replaceAll("\r\n", "\n"),
  }));
  return { files, inputs };
}

function filesIn(folder: string, reader: CodeReader): readonly string[] {
  return reader.list(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return reader.stat(file)?.kind === "folder" ? filesIn(file, reader) : [file];
  });
}
