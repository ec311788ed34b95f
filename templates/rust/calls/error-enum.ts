import { blocks, code, lines, type Code, type ErrorCase, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { block, tupleVariant } from "../layout/declaration.js";

/** What an operation can come to, by status, with the typed bodies. */
export function errorEnum(operation: Operation, door: Code, cx: Context): Code {
  const name = cx.name(operation, "error");
  const cases = operation.errors.cases.filter(({ removed }) => removed === undefined);
  const variants = cases.map((error) =>
    lines([cx.doc({ doc: words(error) }), code`${tupleVariant(cx.name(error, "variant"), errorType(error, cx))},`]),
  );
  const other = lines([cx.doc({ doc: "Anything else." }), code`Other(${cx.runtime("Error")}),`]);
  return blocks([
    lines([
      cx.doc({ doc: [code`What ${door} can come to; every [\`Error\`] becomes one.`] }),
      code`#[derive(Debug)]`,
      operation.errors.closed ? undefined : code`#[non_exhaustive]`,
      block(code`pub enum ${name}`, lines([...variants, other])),
    ]),
    code`
      crate::operation_error! {
          ${name}
          ${cases.map((error) => code`${cx.name(error, "variant")} = ${cx.literal(error.name)},`)}
      }
    `,
  ]);
}

function words({ match, doc }: ErrorCase): string {
  const status = match.kind === "status" ? String(match.status) : `${match.from} to ${match.to}`;
  return [status, doc].filter(Boolean).join(": ");
}

function errorType(error: ErrorCase, cx: Context): Code {
  const body = error.body ?? cx.model.errors.body;
  return cx.generic(cx.runtime("ApiError"), [body ? cx.type(body) : cx.external("serde_json", "Value")]);
}
