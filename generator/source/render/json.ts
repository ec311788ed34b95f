import type { Diagnostic } from "../diagnostic.js";
import type { Span } from "../span.js";
import { ordered } from "./order.js";

/** A finding for machines. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The findings as plain data, in the order of the files; the keys are stable. */
export function toFindings(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return ordered(diagnostics).map(({ code, severity, message, hint, span, related }) => ({
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { place: placeOf(span) }),
    related: related.map((other) => ({ message: other.message, place: placeOf(other.span) })),
  }));
}

function placeOf({ file, start, end }: Span): Place {
  const from = file.position(start);
  const to = file.position(end);
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
