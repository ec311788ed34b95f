import type { Diagnostic } from "../diagnostic.js";
import type { Span } from "../span.js";
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
  return ordered(diagnostics)
    .map((diagnostic) => renderOne(diagnostic, paint))
    .join("\n");
}

type Ink = "error" | "warning" | "hint" | "margin";
type Paint = (text: string, ink: Ink) => string;

const codes: Readonly<Record<Ink, string>> = { error: "1;31", warning: "1;33", hint: "36", margin: "2" };
const colored: Paint = (text, ink) => `\u001b[${codes[ink]}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

function renderOne({ code, severity, message, span, related, hint }: Diagnostic, paint: Paint): string {
  const place = span ? `${placeOf(span)}: ` : "";
  const lines = [`${place}${paint(`${severity} ${code}`, severity)}: ${shown(message)}`];
  if (span) lines.push(...lined(span, severity, paint));
  if (hint !== undefined) lines.push(`${span ? margin("", paint).replace("|", "=") : "  = "}${paint(shown(hint), "hint")}`);
  for (const other of related) lines.push(`  ${placeOf(other.span)}: ${shown(other.message)}`, ...lined(other.span, "hint", paint));
  return `${lines.join("\n")}\n`;
}

function placeOf(span: Span): string {
  const { line, column } = span.file.position(span.start);
  return `${shown(span.file.path)}:${line}:${column}`;
}

function lined(span: Span, ink: Ink, paint: Paint): string[] {
  const { line, carets } = excerpt(span);
  return [`${margin(String(span.file.position(span.start).line), paint)}${line}`, `${margin("", paint)}${paint(carets, ink)}`].map((text) =>
    text.trimEnd(),
  );
}

function margin(number: string, paint: Paint): string {
  return paint(`${number.padStart(5)} | `, "margin");
}
