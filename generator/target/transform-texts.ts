import { runTransform } from "./load-transforms.js";
import type { OutputFile } from "./output-file.js";
import type { FinishInput } from "./target.js";

/** A finished file, as a transform of a language without a syntax tree gets it: what it leaves in `text` is written. */
export interface TextFile {
  /** From the output folder. */
  readonly path: string;
  text: string;
}

/** Applies the user's transforms to files as texts, each in turn; a file whose transform threw stays as it was. */
export async function transformTexts<Options>(
  files: readonly OutputFile[],
  { transforms, options, report }: FinishInput<Options>,
): Promise<readonly OutputFile[]> {
  const finished: OutputFile[] = [];
  for (const { path, content } of files) {
    const file: TextFile = { path, text: content };
    for (const each of transforms) if (!(await runTransform(each, path, [file, { path, options }], report))) break;
    finished.push({ path, content: file.text });
  }
  return finished;
}
