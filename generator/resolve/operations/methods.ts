import type { Text } from "../../source/span.js";
import type { Context } from "../context.js";
import { hintFor } from "../hint.js";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** A method in upper case; any that HTTP clients do not all know is reported. */
export function methodOf(cx: Context, { value, span }: Text): string {
  const upper = value.toUpperCase();
  if (!methods.includes(upper)) cx.report.add("HD447", span, { method: value, methods }, hintFor(upper, methods));
  return upper;
}
