import path from "node:path";
import type { CodeFolder, CodeInput } from "./code-folder.js";
import { firstLine } from "./evaluate.js";
import { describeDefault, loadFunctions, type LoadedFunction, type LoadedFunctions, type Loading } from "./load-functions.js";
import type { Report } from "../source/report.js";

/** A user's change to finished files: the default export of a module, called with what the language gives it. */
export type Transform = LoadedFunction;

export interface LoadedTransforms {
  readonly transforms: readonly Transform[];
  readonly inputs: readonly CodeInput[];
}

/** Loads transforms, in their order, as templates are loaded. Each file is given by its folder and its name in it. */
export async function loadTransforms(
  files: readonly { readonly folder: CodeFolder; readonly name: string }[],
  loading: Loading,
): Promise<LoadedTransforms> {
  const loaded: LoadedFunctions[] = [];
  for (const { folder, name } of files) {
    const file = path.posix.join(folder.shown, name);
    if (loading.reader.stat(path.join(folder.path, name)) === undefined) {
      loading.report.add("HD614", undefined, { file });
      continue;
    }
    const each = await loadFunctions(folder, [name], loading);
    for (const found of each.others.values()) loading.report.add("HD604", undefined, { file, found: describeDefault(found) });
    loaded.push(each);
  }
  return { transforms: loaded.flatMap(({ functions }) => [...functions.values()]), inputs: loaded.flatMap(({ inputs }) => inputs) };
}

/** Applies a transform to a file; false if it threw, which is reported. */
export async function runTransform(transform: Transform, path: string, args: readonly unknown[], report: Report): Promise<boolean> {
  try {
    await transform.run(...args);
    return true;
  } catch (error) {
    report.add("HD613", transform.trace(error), { file: transform.file, path, problem: firstLine(error) });
    return false;
  }
}
