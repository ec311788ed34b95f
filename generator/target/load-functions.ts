import path from "node:path";
import type { Report } from "../source/report.js";
import { bundle, shownPath, type Bundle } from "./bundle.js";
import type { CodeFolder, CodeInput, CodeReader } from "./code-folder.js";
import { evaluate, LoadFailure, type Evaluated, type ProvidedModules, type Trace } from "./evaluate.js";

/** A function that somebody wrote in a file of its own, as the default export. */
export interface LoadedFunction {
  /** As messages call it. */
  readonly file: string;
  readonly run: (...args: readonly unknown[]) => unknown;
  readonly trace: Trace;
}

export interface Loading {
  readonly reader: CodeReader;
  readonly provided: ProvidedModules;
  readonly report: Report;
}

export interface LoadedFunctions {
  /** By file name as it was asked for. */
  readonly functions: ReadonlyMap<string, LoadedFunction>;
  /** Files whose default export is something else, undefined if there is none. */
  readonly others: ReadonlyMap<string, unknown>;
  readonly inputs: readonly CodeInput[];
}

/** Compiles and runs files of a folder and takes their default exports. What keeps them from running is reported, and there are none. */
export async function loadFunctions(folder: CodeFolder, names: readonly string[], loading: Loading): Promise<LoadedFunctions> {
  const compiled = await bundle(folder, names, loading.reader);
  for (const { message, span } of compiled.problems) {
    loading.report.add("HD601", span, { file: span?.file.path ?? folder.shown, problem: message });
  }
  const evaluated = compiled.bundle && run(compiled.bundle, folder, compiled.inputs, loading);
  const functions = new Map<string, LoadedFunction>();
  const others = new Map<string, unknown>();
  evaluated?.defaults.forEach((found, index) => {
    const name = names[index] ?? "";
    const file = shownPath(folder, path.join(folder.path, name));
    if (isFunction(found)) functions.set(name, { file, run: found, trace: evaluated.trace });
    else others.set(name, found);
  });
  return { functions, others, inputs: compiled.inputs };
}

/** What stands where a function belongs, in words. */
export function describeDefault(found: unknown): string {
  return found === undefined ? "no default export" : `a default export of type ${typeof found}`;
}

function run(compiled: Bundle, folder: CodeFolder, inputs: readonly CodeInput[], { provided, report }: Loading): Evaluated | undefined {
  try {
    return evaluate(compiled, folder, inputs, provided);
  } catch (failure) {
    if (!(failure instanceof LoadFailure)) throw failure;
    report.add("HD605", failure.span, { file: failure.span?.file.path ?? folder.shown, problem: failure.message });
    return undefined;
  }
}

function isFunction(value: unknown): value is LoadedFunction["run"] {
  return typeof value === "function";
}
