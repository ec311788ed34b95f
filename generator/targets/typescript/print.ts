import { printCode, type Code } from "../../code/index.js";
import { importsOf } from "./imports.js";

/** Columns of Prettier's default. */
const width = 80;

/** The text of a file. A module gets its imports, behind the comment that it may begin with. */
export function print(path: string, content: Code, extension: string): string {
  const { code, local } = importsOf(content, path, extension);
  const body = printCode(content, { width, local });
  const imports = printCode(code, { width, local });
  const start = body.startsWith("//") ? body.indexOf("\n\n") + 2 : 0;
  return imports === "" ? body : `${body.slice(0, start)}${imports}\n${body.slice(start)}`;
}
