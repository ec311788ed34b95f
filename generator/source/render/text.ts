import type { Diagnostic } from "../diagnostic.js";
import type { Span } from "../span.js";
import { adviser } from "./advice.js";
import { shown } from "./display.js";
import { excerpt } from "./excerpt.js";
import { ordered } from "./order.js";

export interface TextStyle {
  /** Whether to write ANSI colours; never decided here. */
  readonly color?: boolean;
}

/**
 * The findings for people, in the order of the files:
 *
 *     api.yaml:7:3: error HD202: the client has no key `timeoout`
 *        7 |   timeoout: {connect: 5s}
 *          |   ^^^^^^^^
 *          = did you mean `timeout`?
 */
export function renderText(diagnostics: readonly Diagnostic[], style: TextStyle = {}): string {
  const paint = style.color ? colored : plain;
  const advise = adviser();
  return ordered(diagnostics)
    .map((diagnostic) => renderOne(diagnostic, advise(diagnostic), paint))
    .join("\n");
}

type Ink = "error" | "warning" | "hint" | "margin";
type Paint = (text: string, ink: Ink) => string;

const codes: Readonly<Record<Ink, string>> = { error: "1;31", warning: "1;33", hint: "36", margin: "2" };
const colored: Paint = (text, ink) => `\u001b[${codes[ink]}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

function renderOne({ code, severity, message, span, related }: Diagnostic, hint: string | undefined, paint: Paint): string {
  const spans = [...(span ? [span] : []), ...related.map((other) => other.span)];
  const width = Math.max(5, ...spans.map((each) => String(lineOf(each)).length));
  const place = span ? `${placeOf(span)}: ` : "";
  const lines = [`${place}${paint(`${severity} ${code}`, severity)}: ${shown(message)}`];
  if (span) lines.push(...lined(span, width, severity, paint));
  if (hint !== undefined) lines.push(`${span ? margin("", width, paint).replace("|", "=") : "  = "}${paint(shown(hint), "hint")}`);
  for (const other of related) lines.push(`  ${placeOf(other.span)}: ${shown(other.message)}`, ...lined(other.span, width, "hint", paint));
  return `${lines.join("\n")}\n`;
}

function placeOf(span: Span): string {
  const { line, column } = span.file.position(span.start);
  return `${shown(span.file.path)}:${line}:${column}`;
}

function lineOf(span: Span): number {
  return span.file.position(span.start).line;
}

function lined(span: Span, width: number, ink: Ink, paint: Paint): string[] {
  const { line, carets } = excerpt(span);
  const rows = [`${margin(String(lineOf(span)), width, paint)}${line}`, `${margin("", width, paint)}${paint(carets, ink)}`];
  return rows.map((row) => row.trimEnd());
}

function margin(number: string, width: number, paint: Paint): string {
  return paint(`${number.padStart(width)} | `, "margin");
}
