import type { Text } from "../../source/span.js";
import type { Context } from "../context.js";

/** Reports a header or cookie name that is no token of RFC 9110, 5.6.2. */
export function isToken(cx: Context, { value, span }: Text): boolean {
  const legal = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(value);
  if (!legal) cx.report.add("HD445", span, { name: value });
  return legal;
}

/** A header with a fixed value; HDR-2 forbids control characters and anything outside ASCII in it. */
export function fixedHeader(cx: Context, { name, value }: { readonly name: Text; readonly value: Text }): { name: string; value: string } {
  isToken(cx, name);
  if (!/^[\x20-\x7e]*$/.test(value.value)) cx.report.add("HD446", value.span, { name: name.value });
  return { name: name.value, value: value.value };
}
