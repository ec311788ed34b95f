import { code, lines, type Code, type ErrorCase, type ErrorDef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { statusKey } from "./constant.js";

/** The class of an error that only one operation has, or has with a body of its own. */
export function errorClassOf(error: ErrorCase, cx: Context): Code | undefined {
  return error.own || error.body !== undefined ? errorDeclaration(error, error.body ?? cx.model.errors.body, cx) : undefined;
}

/** `class NotFoundError extends ApiError<404, ErrorBody>`; its `kind` is the schema's own name. */
export function errorDeclaration(error: ErrorCase | ErrorDef, body: TypeRef | undefined, cx: Context): Code {
  const status = error.match.kind === "status" ? cx.literal(error.match.status) : code`number`;
  const base = code`${cx.runtime("ApiError")}${cx.typeArguments([status, ...(body ? [body] : [])])}`;
  const kind = cx.literal(error.name);
  return lines([
    cx.doc({ ...described(error, cx), doc: [statusKey(error), error.doc].filter(Boolean).join(": ") }),
    code`
      export class ${cx.name(error)} extends ${base} {
        override get kind(): ${kind} {
          return ${kind};
        }
      }
    `,
  ]);
}
