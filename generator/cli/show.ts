import type { Diagnostic } from "../source/diagnostic.js";
import type { Span } from "../source/span.js";
import { excerpt } from "./excerpt.js";
import { plain, type Style } from "./style.js";
import { visible } from "./visible.js";

/**
 * Findings for people, in the order of files and lines:
 *
 *     schema/api.yaml:12:5: error HD202: an operation has no key `docs`
 *      12 |     docs: Lists the users.
 *         |     ^^^^
 *         = did you mean `doc`?
 */
export function showText(diagnostics: readonly Diagnostic[], style: Style = plain): string {
  return inOrder(diagnostics)
    .map((diagnostic) => showOne(diagnostic, style))
    .join("\n");
}

/** `2 errors, 1 warning`; empty if there is nothing. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error"), count(diagnostics.length - errors, "warning")];
  return counts.filter((text) => text !== "").join(", ");
}

/** As workflow commands of GitHub Actions, one a line, which appear beside the lines of a pull request. */
export function showGithub(diagnostics: readonly Diagnostic[]): string {
  return inOrder(diagnostics)
    .map(({ severity, code, message, span, hint }) => {
      const place = span && placeOf(span);
      const properties = [...(place ? [`file=${property(place.file)}`, `line=${place.line}`, `col=${place.column}`] : []), `title=${code}`];
      return `::${severity} ${properties.join(",")}::${data(hint === undefined ? message : `${message} (${hint})`)}\n`;
    })
    .join("");
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}

/** For machines. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export function toJson(diagnostics: readonly Diagnostic[]): readonly JsonDiagnostic[] {
  return inOrder(diagnostics).map(({ code, severity, message, hint, span, related }) => ({
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { place: placeOf(span) }),
    related: related.map((other) => ({ message: other.message, place: placeOf(other.span) })),
  }));
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function placeOf({ file, start, end }: Span): Place {
  const from = file.position(start);
  const to = file.position(end);
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** Those without a place come first, since they are about the whole. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const [x, y] = [a.span?.file.path ?? "", b.span?.file.path ?? ""];
    return x === y ? (a.span?.start ?? 0) - (b.span?.start ?? 0) : x < y ? -1 : 1;
  });
}

function showOne(diagnostic: Diagnostic, style: Style): string {
  const { severity, code, message, span, hint, related } = diagnostic;
  const colour = severity === "error" ? style.red : style.yellow;
  const spans = [...(span ? [span] : []), ...related.map((other) => other.span)];
  const margin = Math.max(3, ...spans.map((each) => String(placeOf(each).line).length + 1));
  const head = `${colour(`${severity} ${code}`)}: ${style.bold(visible(message))}`;
  const lines = span ? [`${address(span)}: ${head}`, ...framed(span, margin, colour, style)] : [head];
  if (hint !== undefined) lines.push(`${" ".repeat(margin)} ${style.dim("=")} ${visible(hint)}`);
  for (const other of related) {
    lines.push(
      `${" ".repeat(margin)} ${style.dim("=")} ${address(other.span)}: ${visible(other.message)}`,
      ...framed(other.span, margin, style.cyan, style),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

function framed(span: Span, margin: number, colour: (text: string) => string, style: Style): readonly string[] {
  const [line, caret] = excerpt(span);
  const number = String(placeOf(span).line).padStart(margin);
  return [`${style.dim(`${number} |`)} ${line}`.trimEnd(), `${style.dim(`${" ".repeat(margin)} |`)} ${colour(caret)}`];
}

function address(span: Span): string {
  const { file, line, column } = placeOf(span);
  return `${visible(file)}:${line}:${column}`;
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
