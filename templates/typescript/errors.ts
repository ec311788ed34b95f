import { blocks, code, lines, type Template } from "heddle/template";
import { errorDeclaration } from "./calls/error-class.js";
import { statusKey } from "./calls/constant.js";
import type { Context } from "./context.js";
import { constant } from "./layout/declaration.js";
import { name, object, property } from "./layout/expression.js";

/** The service's errors, and the table of those that every operation can raise. */
const errors: Template<"errors", Context> = (table, cx) => {
  const classes = table.errors.filter((error) => error.removed === undefined);
  const everywhere = classes.filter((error) => error.everywhere);
  const entries = everywhere.map((error) =>
    property(/^\d+$/.test(statusKey(error)) ? cx.literal(Number(statusKey(error))) : cx.key(statusKey(error)), name(cx.name(error))),
  );
  return blocks([
    ...classes.map((error) => errorDeclaration(error, error.body ?? table.body, cx)),
    entries.length > 0 &&
      lines([
        cx.doc({ doc: "What every operation can raise." }),
        constant(code`export const ${cx.name(table, "everywhere")}: ${cx.runtimeType("ErrorCases")}`, object(entries)),
      ]),
  ]);
};

export default errors;
