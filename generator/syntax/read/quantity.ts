import type { Report } from "../../source/report.js";
import type { Span, Text } from "../../source/span.js";
import type { DurationValue } from "../document.js";
import { textOf, type Node } from "../node.js";

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const bytes: Readonly<Record<string, number>> = { "": 1, B: 1, KB: 1000, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

interface Quantity {
  readonly value: number;
  readonly span: Span;
}

/** `500ms`, `5s`, `5m`, `1h`, `1d` in milliseconds; `none` and `0` are 0, no limit. */
export function readDuration(node: Node | undefined, report: Report): DurationValue | undefined {
  const text = textOf(node);
  if (!text) return undefined;
  const value = text.value === "none" || text.value === "0" ? 0 : duration(text.value);
  if (value === undefined) return refuse(text, "a duration", "`500ms`, `5s`, `5m` or `1h`", report);
  return { value, span: text.span };
}

/** `500ms..8s`. */
export function readBackoff(node: Node | undefined, report: Report) {
  const text = textOf(node);
  if (!text) return undefined;
  const [first, longest, ...more] = text.value.split("..").map((part) => duration(part.trim()));
  if (first === undefined || longest === undefined || more.length > 0 || longest < first)
    return refuse(text, "a backoff", "`500ms..8s`, the shortest wait first", report);
  return { first, longest, span: text.span };
}

/** `100/1m`: a count and a window. */
export function readRate(text: Text, report: Report) {
  const match = /^(\d+)\s*\/\s*(\S+)$/.exec(text.value);
  const period = match?.[2] === undefined ? undefined : duration(/^\d/.test(match[2]) ? match[2] : `1${match[2]}`);
  const count = Number(match?.[1]);
  if (!period || !Number.isSafeInteger(count) || count < 1) return refuse(text, "a rate", "`100/1m`, a count and a window", report);
  return { count, period, span: text.span };
}

/** `10MB` in bytes. */
export function readSize(node: Node | undefined, report: Report): Quantity | undefined {
  const text = textOf(node);
  if (!text) return undefined;
  const match = /^(\d+(?:\.\d+)?)\s*([KMG]i?B|B|)$/.exec(text.value);
  const value = Number(match?.[1]) * (bytes[match?.[2] ?? ""] ?? 1);
  if (!Number.isSafeInteger(value) || value < 1) return refuse(text, "a size", "`64KB` or `10MB`", report);
  return { value, span: text.span };
}

/** `404`, `5xx`, `500..599`; the place is the text's. */
export function readStatusMatch(
  text: Text,
  report: Report,
): { readonly from: number; readonly to: number; readonly span: Span } | undefined {
  const group = /^([1-5])xx$/i.exec(text.value);
  const range = /^(\d{3})(?:\s*\.\.\s*(\d{3}))?$/.exec(text.value);
  const from = group ? Number(group[1]) * 100 : Number(range?.[1]);
  const to = group ? from + 99 : Number(range?.[2] ?? range?.[1]);
  if (!(from >= 100 && to <= 599 && from <= to)) return refuse(text, "a status", "`404`, `5xx` or `500..599`", report);
  return { from, to, span: text.span };
}

function duration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text);
  const value = Number(match?.[1]) * (milliseconds[match?.[2] ?? ""] ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

function refuse(text: Text, what: string, form: string, report: Report): undefined {
  report.add("HD220", text.span, { written: text.value, what, form });
  return undefined;
}
