import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { AuthDeclaration, LimitsDeclaration, RateLimitDeclaration, RetryDeclaration, TimeoutDeclaration } from "../document.js";
import { child, textOf, type Node } from "../node.js";
import { readDescription } from "./description.js";
import { readBackoff, readDuration, readRate, readSize } from "./quantity.js";
import { readFlag, readNumber, readTexts } from "./value.js";

/** `none`, a scheme, or alternatives, each a scheme or a list of schemes. */
export function readAuth(node: Node | undefined): AuthDeclaration | undefined {
  const text = textOf(node);
  if (text) return { span: text.span, anyOf: text.value === "none" ? [] : [[text]] };
  if (node?.kind !== "list") return undefined;
  return { span: node.span, anyOf: node.items.map(readTexts).filter((names) => names.length > 0) };
}

export function readTimeout(node: Node | undefined, report: Report): TimeoutDeclaration | undefined {
  if (node?.kind !== "mapping") return undefined;
  const connect = readDuration(child(node, "connect"), report);
  const attempt = readDuration(child(node, "attempt"), report);
  const total = readDuration(child(node, "total"), report);
  const idle = readDuration(child(node, "idle"), report);
  return { span: node.span, ...(connect && { connect }), ...(attempt && { attempt }), ...(total && { total }), ...(idle && { idle }) };
}

/** `retry: none` is one attempt. */
export function readRetry(node: Node | undefined, report: Report): RetryDeclaration | undefined {
  if (node?.kind === "scalar") return { span: node.span, attempts: { value: 1, span: node.span }, on: [] };
  if (node?.kind !== "mapping") return undefined;
  const attempts = readNumber(child(node, "attempts"));
  const backoff = readBackoff(child(node, "backoff"), report);
  const longestWait = readDuration(child(node, "longest_wait"), report);
  const on = child(node, "on");
  const override = textOf(child(node, "override"));
  const idempotencyKey = readIdempotencyKey(child(node, "idempotency_key"));
  return {
    span: node.span,
    ...(attempts && { attempts }),
    ...(backoff && { backoff }),
    ...(longestWait && { longestWait }),
    on: on?.kind === "list" ? on.items.map(readNumber).filter((status) => status !== undefined) : [],
    ...(node.index.has("unsafe") && { unsafe: readFlag(child(node, "unsafe")) }),
    ...(override && { override }),
    ...(idempotencyKey && { idempotencyKey }),
  };
}

function readIdempotencyKey(node: Node | undefined): { readonly header: Text; readonly methods: readonly Text[] } | undefined {
  const header = textOf(node) ?? textOf(child(node, "header"));
  return header && { header, methods: readTexts(child(node, "methods")) };
}

export function readLimits(node: Node | undefined, report: Report): LimitsDeclaration | undefined {
  if (node?.kind !== "mapping") return undefined;
  const response = readSize(child(node, "response"), report);
  const event = readSize(child(node, "event"), report);
  return { ...(response && { response }), ...(event && { event }) };
}

/** `rate_limits` of a file. */
export function readRateLimits(node: Node | undefined, report: Report): RateLimitDeclaration[] {
  const entries = node?.kind === "mapping" ? node.entries : [];
  return entries.map(({ key: name, value }) => ({
    name,
    key: readTexts(child(value, "key")),
    windows: readTexts(child(value, "allow"))
      .map((text) => readRate(text, report))
      .filter((rate) => rate !== undefined),
    description: readDescription(value, ""),
  }));
}
