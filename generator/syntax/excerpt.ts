import type { Span, Text } from "../source/span.js";
import type { ScalarNode } from "./node.js";

/** The text of a scalar, whose every character knows its place in the file, through quotes, escapes and folded lines. */
export interface Excerpt {
  readonly text: string;
  /** The place of `text.slice(from, to)`. */
  span(from: number, to: number): Span;
}

/** A block scalar, where indentation was taken away, gives its whole span for each of its parts. */
export function excerpt(node: ScalarNode): Excerpt {
  const { file, start, end } = node.span;
  const source = file.text.slice(start, end);
  if (node.style === "plain" && source === node.text) return shifted(node.text, node.span, 0);
  if (node.style === "block") return { text: node.text, span: () => node.span };
  const quote = node.style === "plain" ? 0 : 1;
  if (source.slice(quote, source.length - quote) === node.text) return shifted(node.text, node.span, quote);
  const offsets = align(source, node.text, node.style);
  if (!offsets) return { text: node.text, span: () => node.span };
  return {
    text: node.text,
    span: (from, to) => ({ file, start: start + (offsets[from] ?? 0), end: start + (offsets[to] ?? source.length) }),
  };
}

/** A part of an excerpt without the white space around it. */
export function trimmed(text: Excerpt, from: number, to: number): Text {
  const part = text.text.slice(from, to);
  const value = part.trim();
  const start = from + part.length - part.trimStart().length;
  return { value, span: text.span(start, start + value.length) };
}

function shifted(text: string, span: Span, by: number): Excerpt {
  return { text, span: (from, to) => ({ file: span.file, start: span.start + by + from, end: span.start + by + to }) };
}

/** Walks the source and the value side by side: the source offset of each unit of the value, and of its end. */
function align(source: string, value: string, style: ScalarNode["style"]): number[] | undefined {
  const offsets: number[] = [];
  let at = style === "plain" ? 0 : 1;
  for (let index = 0; index < value.length;) {
    if (style === "double") at += joinedLength(source, at);
    const fold = /[ \t]*\r?\n[ \t\r\n]*/y;
    fold.lastIndex = at;
    const folded = value[index] === " " || value[index] === "\n" ? fold.exec(source) : null;
    const length = folded ? folded[0].length : unitLength(source, at, style);
    const units = folded ? foldedUnits(folded[0]) : escapedUnits(source.slice(at, at + length), value, index);
    if (units === 0) return undefined;
    for (let unit = 0; unit < units; unit++) offsets.push(at);
    index += units;
    at += length;
  }
  offsets.push(at);
  return offsets.length === value.length + 1 ? offsets : undefined;
}

/** A backslash at the end of a line joins it to the next, without a trace in the value. */
function joinedLength(source: string, at: number): number {
  const joint = /(\\\r?\n[ \t]*)*/y;
  joint.lastIndex = at;
  return joint.exec(source)?.[0].length ?? 0;
}

function unitLength(source: string, at: number, style: ScalarNode["style"]): number {
  if (style === "single" && source.startsWith("''", at)) return 2;
  if (style !== "double" || source[at] !== "\\") return 1;
  return { x: 4, u: 6, U: 10 }[source[at + 1] ?? ""] ?? 2;
}

/** One line end becomes a space, more of them become one line end less. */
function foldedUnits(blank: string): number {
  return Math.max(1, blank.split("\n").length - 2);
}

function escapedUnits(written: string, value: string, index: number): number {
  if (written.length === 1) return written === value[index] ? 1 : 0;
  return written.startsWith("\\U") && (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
