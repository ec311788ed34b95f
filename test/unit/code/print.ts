import { printCode, type CodeLike } from "../../../generator/code/index.js";

/** Code as text, 80 columns wide, symbols under their own names. */
export function print(code: CodeLike, width = 80): string {
  return printCode(code, { width, local: ({ name }) => name });
}

/** A template as the compiler would hand it to a tag. */
export function templateOf(text: string): TemplateStringsArray {
  return Object.freeze(Object.assign([text], { raw: Object.freeze([text]) }));
}
