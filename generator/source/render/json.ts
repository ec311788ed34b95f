import type { Diagnostic } from "../diagnostic.js";
import type { Span } from "../span.js";
import { ordered } from "./order.js";

/** The findings as a JSON array for machines; lines and columns from 1, columns in UTF-16 units, ends exclusive. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const findings = ordered(diagnostics).map(({ code, severity, message, hint, span, related }) => ({
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { place: placeOf(span) }),
    related: related.map((other) => ({ message: other.message, place: placeOf(other.span) })),
  }));
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}

function placeOf({ file, start, end }: Span) {
  return { file: file.path, start: file.position(start), end: file.position(end) };
}
