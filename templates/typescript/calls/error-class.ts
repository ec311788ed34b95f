import { code, lines, type Code, type ErrorCase, type ErrorDef } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { statusKey } from "./error-entry.js";

/** The class of an error that is not the service's. */
export function errorClassOf(error: ErrorCase, cx: Context): Code | undefined {
  return cx.errorOf(error) === error ? errorDeclaration(error, cx) : undefined;
}

/** `class NotFoundError extends ApiError<404, ErrorBody>`; its `kind` is the schema's own name. */
export function errorDeclaration(error: ErrorCase | ErrorDef, cx: Context): Code {
  const body = error.body ?? cx.model.errors.body;
  const status = error.match.kind === "status" ? cx.literal(error.match.status) : code`number`;
  const base = code`${cx.runtime("ApiError")}${cx.typeArguments([status, ...(body ? [body] : [])])}`;
  const kind = cx.literal(error.name);
  return lines([
    cx.doc({ ...described(error, cx), doc: [statusKey(error).replace("..", " to "), error.doc].filter(Boolean).join(": ") }),
    code`
      export class ${cx.name(error)} extends ${base} {
        override get kind(): ${kind} {
          return ${kind};
        }
      }
    `,
  ]);
}
