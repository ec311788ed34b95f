import { printCode, type Code } from "../../code/index.js";
import { importsOf } from "./imports.js";
import { moduleOf } from "./modules.js";

/** Columns of rustfmt's default. */
const width = 100;

/** The text of a file. A module gets its imports, behind the comments that it may begin with. */
export function print(path: string, content: Code): string {
  const { code, local } = importsOf(content, moduleOf(path));
  const layout = { width, tabWidth: 4, local };
  const body = printCode(content, layout);
  const imports = printCode(code, layout);
  const start = body.startsWith("//") ? body.indexOf("\n\n") + 2 : 0;
  return imports === "" ? body : `${body.slice(0, start)}${imports}\n${body.slice(start)}`;
}
