import type { Limits, Retry, Timeouts } from "../../model/service.js";
import type { LimitsDeclaration, RetryDeclaration, TimeoutDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { isToken } from "../operations/headers.js";
import { methodOf } from "../operations/methods.js";

const phases = ["connect", "attempt", "total", "idle"] as const;

/** What is written, in milliseconds. `outer` is what an operation inherits: it decides which limit a new one must stay within. */
export function timeoutsOf(cx: Context, declaration: TimeoutDeclaration | undefined, outer: Timeouts = {}): Timeouts {
  if (!declaration) return {};
  const own: { -readonly [K in keyof Timeouts]: number } = {};
  for (const phase of phases) {
    const written = declaration[phase];
    if (written) own[phase] = written.value;
  }
  checkOrder(cx, declaration, { ...outer, ...own });
  return own;
}

/** A shorter limit around a longer one makes the longer one useless; 0 is no limit. */
function checkOrder(cx: Context, declaration: TimeoutDeclaration, { connect, attempt, total }: Timeouts): void {
  const pairs = [
    { inner: "attempt", outer: "total", from: attempt, to: total },
    { inner: "connect", outer: "attempt", from: connect, to: attempt },
  ] as const;
  for (const { inner, outer, from, to } of pairs) {
    const written = declaration[inner] ?? declaration[outer];
    if (written && from && to && from > to) cx.report.add("HD471", written.span, { inner, outer, from, to });
  }
}

export function retryOf(cx: Context, declaration: RetryDeclaration | undefined): Retry {
  if (!declaration) return {};
  const { attempts, backoff, longestWait, on, unsafe, override, idempotencyKey } = declaration;
  for (const { value, span } of on) {
    if (!isFailure(value)) cx.report.add("HD474", span, { value });
  }
  if (override) isToken(cx, override);
  return {
    ...(attempts && { attempts: attempts.value }),
    ...(backoff && { backoff: { first: backoff.first, longest: backoff.longest } }),
    ...(longestWait && { longestWait: longestWait.value }),
    ...(on.length > 0 && { on: on.map(({ value }) => value) }),
    ...(unsafe !== undefined && { unsafe }),
    ...(override && { override: override.value }),
    ...(idempotencyKey && { idempotencyKey: keyOf(cx, idempotencyKey) }),
  };
}

/** The header of RETRY-6; without a list of methods it goes with POST, the one that is not repeatable and that APIs take it for. */
function keyOf(cx: Context, { header, methods }: NonNullable<RetryDeclaration["idempotencyKey"]>): NonNullable<Retry["idempotencyKey"]> {
  isToken(cx, header);
  return { header: header.value, methods: methods.length === 0 ? ["POST"] : methods.map((method) => methodOf(cx, method)) };
}

/** Whether a status is no success: outside 2xx. */
export function isFailure(status: number): boolean {
  return status < 200 || status > 299;
}

export function limitsOf(declaration: LimitsDeclaration | undefined): Limits {
  if (!declaration) return {};
  const { response, event } = declaration;
  return { ...(response && { response: response.value }), ...(event && { event: event.value }) };
}
