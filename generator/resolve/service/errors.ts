import { nameKey } from "../../model/name.js";
import type { ErrorDef, ErrorMatch, ErrorTable } from "../../model/service.js";
import type { Span } from "../../source/span.js";
import type { ErrorDeclaration, ErrorsDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { checkName } from "../names.js";
import { isFailure } from "./timing.js";
import { typeRef } from "../types/type-refs.js";

/** Kinds of the runtime itself (runtime.md, 1.13), and the groups they are in: a status cannot have such a name. */
const reserved = [
  "Config",
  "InvalidArgument",
  "LocalRateLimit",
  "Transport",
  "Timeout",
  "Cancelled",
  "UnexpectedStatus",
  "Decode",
  "Auth",
  "Middleware",
  "Api",
  "Client",
  "Response",
];
const reservedKeys: ReadonlySet<string> = new Set(reserved.map(nameKey));

/** The service's table; without one it is empty, and every status is an unexpected one. */
export function errorTable(cx: Context, declaration: ErrorsDeclaration | undefined, module: string, root: Span): ErrorTable {
  if (!declaration) return { module, message: [], code: [], errors: [], origin: root };
  const { statuses, body } = declaration;
  const type = body && typeRef(cx, body);
  checkMatches(cx, statuses);
  return {
    module,
    ...(type && { body: type }),
    message: declaration.message.map(({ value }) => value),
    code: declaration.code.map(({ value }) => value),
    errors: statuses.flatMap((status) => errorDef(cx, status)),
    origin: declaration.span,
  };
}

/** An error without a readable status has been reported, and is left out. */
function errorDef(cx: Context, declaration: ErrorDeclaration): readonly ErrorDef[] {
  const { name, match, body, everywhere, description } = declaration;
  checkErrorName(cx, declaration);
  if (!match) return [];
  const type = body && typeRef(cx, body);
  const often = (match.from >= 500 && match.to <= 599) || (match.from === match.to && (match.from === 401 || match.from === 429));
  return [
    {
      name: name.value,
      ...described(cx, description, name.span),
      match: errorMatch(match),
      ...(type && { body: type }),
      everywhere: everywhere ?? often,
    },
  ];
}

export function checkErrorName(cx: Context, { name }: Pick<ErrorDeclaration, "name">): void {
  checkName(cx.report, "error", name);
  if (reservedKeys.has(nameKey(name.value))) cx.report.add("HD307", name.span, { name: name.value });
}

export function errorMatch({ from, to }: { readonly from: number; readonly to: number }): ErrorMatch {
  return from === to ? { kind: "status", status: from } : { kind: "range", from, to };
}

/** Each status has one name: an exact status may lie in a range, which it then overrides, but two ranges may not overlap. */
function checkMatches(cx: Context, statuses: readonly ErrorDeclaration[]): void {
  const before: (ErrorDeclaration & { match: NonNullable<ErrorDeclaration["match"]> })[] = [];
  for (const status of statuses) {
    const { match } = status;
    if (!match) continue;
    checkRange(cx, match);
    const exact = match.from === match.to;
    const first = before.find(
      ({ match: other }) => exact === (other.from === other.to) && match.from <= other.to && other.from <= match.to,
    );
    if (first) {
      const related = [{ message: "first named here", span: first.match.span }];
      cx.report.add("HD491", match.span, { name: status.name.value, first: first.name.value, exact }, { related });
    }
    before.push({ ...status, match });
  }
}

/** An error's statuses lie in HTTP's range, and none of them is a success. */
export function checkRange(cx: Context, { from, to, span }: NonNullable<ErrorDeclaration["match"]>): void {
  const sound = isFailure(from) && isFailure(to) && !(from < 200 && to > 299);
  if (!sound) cx.report.add("HD492", span, { from, to });
}
