import { code, type Code, type ErrorCase, type ErrorDef } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { call, inlineArray, inlineObject, literal, name, property, type Expression } from "../layout/expression.js";

type AnyError = ErrorCase | ErrorDef;

/** `404`, `5xx` for a whole hundred, or `500..503`. */
export function statusKey({ match }: Pick<AnyError, "match">): string {
  if (match.kind === "status") return String(match.status);
  return isHundred(match) ? `${match.from / 100}xx` : `${match.from}..${match.to}`;
}

function isHundred({ from, to }: { readonly from: number; readonly to: number }): boolean {
  return from % 100 === 0 && to === from + 99;
}

/** An error of a table by status, and what it stands for there. */
export type StatusEntry = readonly [error: Pick<AnyError, "match">, value: Expression];

/** `{ 404: value, "5xx": value }` behind `before`; with ranges that are no whole hundred it is `withRanges({ .. }, [500, 503, value])`. */
export function statusTable(
  entries: readonly StatusEntry[],
  shape: (properties: readonly Code[]) => Expression,
  cx: Context,
  before: readonly Code[] = [],
): Expression {
  const properties: Code[] = [];
  const ranges: Code[] = [];
  for (const [error, value] of entries) {
    const { match } = error;
    if (match.kind === "status") properties.push(property(cx.literal(match.status), value));
    else if (isHundred(match)) properties.push(property(cx.key(statusKey(error)), value));
    else ranges.push(inlineArray([cx.literal(match.from), cx.literal(match.to), value.code]).code);
  }
  const table = shape([...before, ...properties]);
  if (ranges.length === 0) return table;
  const kind = ranges.length === 1 ? "block" : "literal";
  return call(cx.runtime("withRanges"), [table, ...ranges.map((range) => ({ code: range, kind }) as const)]);
}

/** A class; a class with a body of its own; or several, which the body tells apart. */
export function errorEntry(cases: readonly AnyError[], cx: Context): Expression {
  const [only] = cases;
  if (!only || cases.length > 1 || whenOf(only))
    return call(
      cx.runtime("firstOf"),
      cases.map((error) => inlineObject(entryProperties(error, cx))),
    );
  return only.body === undefined ? name(className(only, cx)) : inlineObject(entryProperties(only, cx));
}

function entryProperties(error: AnyError, cx: Context): readonly Code[] {
  const when = whenOf(error);
  const condition =
    when && inlineObject([property(code`path`, literal(cx.literal(when.path))), property(code`equals`, literal(cx.literal(when.value)))]);
  return [
    property(code`type`, name(className(error, cx))),
    ...(error.body ? [property(code`body`, codec(error.body, cx))] : []),
    ...(condition ? [property(code`when`, condition)] : []),
  ];
}

function whenOf(error: AnyError): ErrorCase["when"] {
  return "when" in error ? error.when : undefined;
}

function className(error: AnyError, cx: Context): Code {
  return cx.name("own" in error ? cx.errorOf(error) : error);
}
