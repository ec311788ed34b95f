import path from "node:path";
import type { BuildOptions, Message, Plugin } from "esbuild";
import { SourceFile } from "../source/source-file.js";
import type { Span } from "../source/span.js";
import type { CodeFolder, CodeInput, CodeReader } from "./code-folder.js";

/** Several TypeScript files and what they import by relative paths, as one CommonJS module. */
export interface Bundle {
  /** Exports the namespace of each entry as `entry0`, `entry1`, ... */
  readonly code: string;
  readonly entries: number;
  /** Source map, as JSON. */
  readonly map: string;
}

export interface Bundling {
  /** Undefined if there are problems. */
  readonly bundle: Bundle | undefined;
  /** Everything that was read, by path. */
  readonly inputs: readonly CodeInput[];
  readonly problems: readonly CompileProblem[];
}

export interface CompileProblem {
  readonly message: string;
  readonly span: Span | undefined;
}

/**
 * Compiles the entries of a folder. esbuild does it, because Node 20 strips no types and a loader hook would be global; packages stay
 * imports, and a `tsconfig.json` beside the files is not looked at, so that they mean the same everywhere.
 */
export async function bundle(folder: CodeFolder, entries: readonly string[], reader: CodeReader): Promise<Bundling> {
  const inputs = new Map<string, CodeInput>();
  const { build } = await import("esbuild");
  try {
    const { outputFiles } = await build(optionsFor(folder, entries, recording(folder, reader, inputs)));
    const textOf = (end: string): string => outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
    return { bundle: { code: textOf(".js"), entries: entries.length, map: textOf(".map") }, inputs: sorted(inputs), problems: [] };
  } catch (failure) {
    if (!(failure instanceof Error && "errors" in failure && Array.isArray(failure.errors))) throw failure;
    const problems = (failure.errors as readonly Message[]).map((message) => problemOf(message, folder, inputs));
    return { bundle: undefined, inputs: sorted(inputs), problems };
  }
}

/** The name of a file as messages show it. */
export function shownPath(folder: CodeFolder, file: string): string {
  return path.posix.normalize(path.posix.join(folder.shown, path.relative(folder.path, file).replaceAll("\\", "/")));
}

function optionsFor(folder: CodeFolder, entries: readonly string[], plugin: Plugin) {
  const contents = entries.map((entry, index) => `export * as entry${index} from ${JSON.stringify(`./${entry}`)};`).join("\n");
  return {
    absWorkingDir: folder.path,
    stdin: { contents, resolveDir: folder.path, sourcefile: "entries" },
    outfile: "bundle.js",
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    supported: { "dynamic-import": false },
    packages: "external",
    sourcemap: "external",
    sourcesContent: false,
    tsconfigRaw: {},
    logLevel: "silent",
    plugins: [plugin],
  } as const satisfies BuildOptions;
}

/** Reads each file once, through the reader, so that the bytes which are reported are the bytes which were compiled. */
function recording(folder: CodeFolder, reader: CodeReader, inputs: Map<string, CodeInput>): Plugin {
  return {
    name: "recording",
    setup({ onLoad }) {
      onLoad({ filter: /./, namespace: "file" }, ({ path: file }) => {
        const bytes = reader.read(file);
        if (bytes === undefined) return { errors: [{ text: `there is no file \`${shownPath(folder, file)}\`` }] };
        inputs.set(file, { path: file, shown: shownPath(folder, file), bytes });
        return { contents: bytes, loader: "default" };
      });
    },
  };
}

function sorted(inputs: ReadonlyMap<string, CodeInput>): readonly CodeInput[] {
  return [...inputs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function problemOf({ text, location }: Message, folder: CodeFolder, inputs: ReadonlyMap<string, CodeInput>): CompileProblem {
  const input = location ? inputs.get(path.resolve(folder.path, location.file)) : undefined;
  if (!location || !input) return { message: text, span: undefined };
  const file = new SourceFile(input.shown, new TextDecoder().decode(input.bytes));
  const bytesOf = new TextEncoder().encode(location.lineText);
  const columns = (start: number, end: number): number => new TextDecoder().decode(bytesOf.slice(start, end)).length;
  const start = file.offset({ line: location.line, column: columns(0, location.column) + 1 });
  return { message: text, span: { file, start, end: start + Math.max(1, columns(location.column, location.column + location.length)) } };
}
