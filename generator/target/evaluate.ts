import { createRequire, SourceMap } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { SourceFile } from "../source/source-file.js";
import type { Span } from "../source/span.js";
import type { Bundle } from "./bundle.js";
import type { CodeFolder, CodeInput } from "./code-folder.js";

/**
 * Modules that are handed in instead of being looked up, by specifier. There must be one `heddle/template` in the process: code is
 * told from everything else by a private brand.
 */
export type ProvidedModules = ReadonlyMap<string, () => unknown>;

/** A bundle that has been run. */
export interface Evaluated {
  /** The default export of each entry. */
  readonly defaults: readonly unknown[];
  readonly trace: Trace;
}

/** Finds the place in somebody's TypeScript where an error was thrown; undefined if none of it took part. */
export type Trace = (error: unknown) => Span | undefined;

/** Something outside of all functions threw. */
export class LoadFailure extends Error {
  override readonly name = "LoadFailure";
  readonly span: Span | undefined;

  constructor(cause: unknown, span: Span | undefined) {
    super(firstLine(cause), { cause });
    this.span = span;
  }
}

/** Runs a bundle in this process, in no module system: nothing is written to disk and nothing stays in a cache. */
export function evaluate(bundle: Bundle, folder: CodeFolder, inputs: readonly CodeInput[], provided: ProvidedModules): Evaluated {
  const filename = path.join(folder.path, "(bundle)");
  const trace = tracer(bundle, folder, inputs, filename);
  const module: { exports: { readonly [entry: string]: { readonly default?: unknown } } } = { exports: {} };
  const lookUp = createRequire(path.join(folder.path, "index.js"));
  const require = (specifier: string): unknown => (provided.get(specifier) ?? (() => lookUp(specifier) as unknown))();
  try {
    const run = vm.compileFunction(bundle.code, ["exports", "require", "module"], { filename });
    run(module.exports, require, module);
  } catch (error) {
    throw new LoadFailure(error, trace(error));
  }
  return { defaults: Array.from({ length: bundle.entries }, (_, index) => module.exports[`entry${index}`]?.default), trace };
}

/** What an error says, on one line. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split("\n", 1)[0] ?? "";
}

function tracer({ map }: Bundle, folder: CodeFolder, inputs: readonly CodeInput[], filename: string): Trace {
  return (error) => {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    const at = stack.indexOf(`${filename}:`);
    const [, line, column] = at === -1 ? [] : (/^:(\d+):(\d+)/.exec(stack.slice(at + filename.length)) ?? []);
    if (line === undefined || column === undefined) return undefined;
    const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalSource" in entry)) return undefined;
    const source = path.resolve(folder.path, decodeURIComponent(entry.originalSource));
    const input = inputs.find((each) => each.path === source);
    if (!input) return undefined;
    const file = new SourceFile(input.shown, new TextDecoder().decode(input.bytes));
    const start = file.offset({ line: entry.originalLine + 1, column: entry.originalColumn + 1 });
    return { file, start, end: start + 1 };
  };
}
