import { blocks, code, lines, type Template } from "heddle/template";
import { errorDeclaration } from "./calls/error-class.js";
import { errorEntry, statusTable } from "./calls/error-entry.js";
import type { Context } from "./context.js";
import { constant } from "./layout/declaration.js";
import { object, pure } from "./layout/expression.js";

/** The service's errors, and the table of those that every operation can raise. */
const errors: Template<"errors", Context> = (table, cx) => {
  const classes = table.errors.filter((error) => error.removed === undefined);
  const everywhere = classes.filter((error) => error.everywhere);
  const entries = statusTable(
    everywhere.map((error) => [error, errorEntry([error], cx)]),
    object,
    cx,
  );
  return blocks([
    ...classes.map((error) => errorDeclaration(error, cx)),
    everywhere.length > 0 &&
      lines([
        cx.doc({ doc: "What every operation can raise." }),
        constant(code`export const ${cx.name(table, "everywhere")}: ${cx.runtimeType("ErrorCases")}`, pure(entries)),
      ]),
  ]);
};

export default errors;
