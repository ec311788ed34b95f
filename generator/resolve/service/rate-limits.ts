import type { RateLimit } from "../../model/service.js";
import type { RateLimitDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { checkName } from "../names.js";
import { firstAt } from "../scope.js";

/** All rate limits of the program, by unique names. */
export function rateLimitsOf(cx: Context, declarations: readonly RateLimitDeclaration[]): readonly RateLimit[] {
  const seen = new Map<string, RateLimitDeclaration>();
  return declarations.map((declaration) => {
    const { name, key, windows, description } = declaration;
    const first = seen.get(name.value);
    checkName(cx.report, "rate limit", name);
    if (first) cx.report.add("HD306", name.span, { what: "rate limit", name: name.value }, firstAt(first.name.span));
    seen.set(name.value, first ?? declaration);
    for (const place of key) {
      if (!/^(credential|(body|path|query|header)\.\S+)$/.test(place.value)) cx.report.add("HD483", place.span, { place: place.value });
    }
    if (windows.length === 0) cx.report.add("HD484", name.span, { name: name.value });
    checkWindows(cx, windows);
    return {
      name: name.value,
      ...described(cx, description, name.span),
      key: key.map(({ value }) => value),
      windows: windows.map(({ count, period }) => ({ count, period })),
    };
  });
}

/** A window is of use only if no other one, at least as long, allows fewer. */
function checkWindows(cx: Context, windows: RateLimitDeclaration["windows"]): void {
  for (const window of windows) {
    const { count, period, span } = window;
    const stricter = windows.find((other) => other !== window && other.period >= period && other.count <= count);
    const twin = stricter && stricter.period === period && stricter.count === count && windows.indexOf(stricter) > windows.indexOf(window);
    if (stricter && !twin) cx.report.add("HD486", span, {}, { related: [{ message: "this window is stricter", span: stricter.span }] });
  }
}
