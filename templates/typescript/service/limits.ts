import { code, lines, type Code, type RateLimit } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { constant } from "../layout/declaration.js";
import { call, inlineArray, literal, name, object, property, pure } from "../layout/expression.js";

/** A client-side rate limit; operations that declare it refer to it, and no others carry it. */
export function limitConstant(limit: RateLimit, cx: Context): Code {
  const windows = limit.windows.map(({ count, period }) => inlineArray([cx.literal(count), cx.literal(period)]).code);
  const settings = object([
    property(code`key`, name(cx.literal([...limit.key]))),
    property(code`allow`, inlineArray(windows, { isTable: true })),
  ]);
  const made = call(cx.runtime("rollingLimit"), [literal(cx.literal(limit.name)), settings]);
  return lines([
    cx.doc({ ...described(limit, cx), doc: limit.doc ?? windowsText(limit) }),
    constant(code`export const ${cx.name(limit, "limit")}: ${cx.runtimeType("Limit")}`, pure(made)),
  ]);
}

function windowsText({ windows }: RateLimit): string {
  return `At most ${windows.map(({ count, period }) => `${count} in ${period / 1000} s`).join(" and ")}.`;
}
