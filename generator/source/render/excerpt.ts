import type { Span } from "../span.js";
import { cell, type Cell } from "./display.js";

/** UTF-16 units shown before and behind the start of the span. */
const before = 60;
const behind = 80;

/** The line of a span and, on a second line, carets under exactly the span; a long line is cut around it. */
export function excerpt(span: Span): { readonly line: string; readonly carets: string } {
  const { line: number, column } = span.file.position(span.start);
  const line = span.file.line(number);
  const start = Math.min(column - 1, line.length);
  const end = Math.min(line.length, start + Math.max(0, span.end - span.start));
  const from = boundary(line, Math.max(0, start - before));
  const to = boundary(line, Math.min(line.length, start + behind));
  const head = cells(line.slice(from, start));
  const marked = cells(line.slice(start, Math.min(end, to)));
  const tail = cells(line.slice(Math.min(end, to), to));
  const lead = from > 0 ? "…" : "";
  return {
    line: `${lead}${textOf([...head, ...marked, ...tail])}${to < line.length ? "…" : ""}`.trimEnd(),
    carets: `${" ".repeat(lead.length + widthOf(head))}${"^".repeat(Math.max(1, widthOf(marked)))}`,
  };
}

/** An offset that does not split a surrogate pair. */
function boundary(line: string, offset: number): number {
  return /[\udc00-\udfff]/.test(line[offset] ?? "") ? offset + 1 : offset;
}

function cells(text: string): Cell[] {
  return [...text].map(cell);
}

function textOf(row: readonly Cell[]): string {
  return row.map(({ text }) => text).join("");
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { width }) => sum + width, 0);
}
