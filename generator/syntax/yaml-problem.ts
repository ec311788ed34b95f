import type { Report } from "../source/report.js";
import type { SourceFile } from "../source/source-file.js";
import type { Span } from "../source/span.js";

/** What the YAML parser says: its own code, and a place in UTF-16 offsets. */
export interface YamlProblem {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

/** Reports the parser's errors in Heddle's words: the first of every line, since the others follow from it. */
export function reportYamlProblems(problems: readonly YamlProblem[], file: SourceFile, report: Report): void {
  const lines = new Set<number>();
  let misaligned = false;
  for (const problem of [...problems].sort((a, b) => a.pos[0] - b.pos[0])) {
    const line = file.position(problem.pos[0]).line;
    if (lines.has(line) || (lines.size > 0 && followsFromEarlier(problem, file))) continue;
    if (misaligned && (isIndentation(problem, file) || problem.code === "MULTILINE_IMPLICIT_KEY")) continue;
    misaligned ||= isIndentation(problem, file);
    lines.add(line);
    reportOne(problem, { file, start: problem.pos[0], end: Math.max(problem.pos[1], problem.pos[0] + 1) }, report);
  }
}

/** Behind the first wrong column, every line that returns to its own looks wrong as well. */
function isIndentation({ code, message, pos }: YamlProblem, file: SourceFile): boolean {
  if (code === "BAD_INDENT") return !message.startsWith("Flow");
  return code === "TAB_AS_INDENT" || (code === "BLOCK_AS_IMPLICIT_KEY" && secondColon(pos[0], file) === undefined);
}

/** A value that was cut short leaves nothing behind it to be a key. */
function followsFromEarlier({ message, pos }: YamlProblem, file: SourceFile): boolean {
  return message.includes("map values") && file.text.slice(pos[0], pos[1]).trim() === "";
}

function reportOne(problem: YamlProblem, span: Span, report: Report): void {
  const written = span.file.text.slice(span.start, span.end);
  switch (problem.code) {
    case "TAB_AS_INDENT":
      return report.add("HD109", span, {});
    case "BLOCK_AS_IMPLICIT_KEY":
      return reportSecondColon(span, report);
    case "MISSING_CHAR":
      return reportMissing(problem, span, report);
    case "BAD_INDENT":
      if (problem.message.startsWith("Flow")) return report.add("HD111", openBracket(problem, span), { what: `\`${openedBy(problem)}\`` });
      return report.add("HD115", firstWordOfLine(span), {});
    case "UNEXPECTED_TOKEN":
      return report.add("HD112", span, { token: firstWord(written) }, unexpectedHint(span));
    case "BAD_SCALAR_START":
      return report.add("HD113", span, { character: written });
    case "BAD_DQ_ESCAPE":
      return report.add("HD114", span, { escape: span.file.text.slice(span.start, span.start + 2) });
    case "BAD_ALIAS":
      return report.add("HD113", { ...span, end: span.start + 1 }, { character: span.file.text.charAt(span.start) });
    case "BLOCK_IN_FLOW":
      return reportBlockInFlow(span, report);
    case "NON_STRING_KEY":
      return report.add("HD118", span, {});
    case "MULTILINE_IMPLICIT_KEY":
      return reportRunOn(span, report);
    default:
      return reportOther(problem, span, report);
  }
}

/** `a: b: c` is reported at `b` by the parser, and the second colon is what has to be seen. */
function reportSecondColon(span: Span, report: Report): void {
  const { file } = span;
  const at = secondColon(span.start, file);
  if (at === undefined) {
    const hint = "indent the lines of a mapping further than its key, all alike";
    return report.add("HD115", firstWordOfLine(span), {}, { hint });
  }
  const { line, column } = file.position(span.start);
  const value = file
    .line(line)
    .slice(column - 1)
    .trim();
  report.add("HD110", { file, start: at, end: at + 1 }, {}, { hint: `quote the whole value: \`'${value.replaceAll("'", "''")}'\`` });
}

/** Where the line of `start` has a `: ` behind it. */
function secondColon(start: number, file: SourceFile): number | undefined {
  const { line, column } = file.position(start);
  const colon = file.line(line).indexOf(": ", column - 1);
  return colon === -1 ? undefined : start - column + 1 + colon;
}

/** `doc Text` and `http:GET` run on into the next line, and look like a key of several lines to the parser. */
function reportRunOn(span: Span, report: Report): void {
  const { line, column } = span.file.position(span.start);
  const text = span.file
    .line(line)
    .slice(column - 1)
    .trimEnd();
  const found = /^([A-Za-z_$][\w$?-]*)(:?)\s*(.*)$/u.exec(text);
  if (!found) return report.add("HD118", span, {});
  const [, key = "", colon, value = ""] = found;
  const hint = `write \`${key}: ${value}\`${colon ? ", with a space behind the colon" : ""}`;
  report.add("HD116", { ...span, end: span.start + key.length }, { text: key }, value === "" ? {} : { hint });
}

/** `{a: 1 b: 2}` looks like a mapping in a mapping to the parser, and lacks a comma in front of the second key. */
function reportBlockInFlow(span: Span, report: Report): void {
  const written = span.file.text.slice(span.start, span.end).trimEnd();
  const key = written.includes("\n") ? undefined : /[^\s:]+(?=\s*:(\s|$))/.exec(written);
  if (!key) return report.add("HD125", span, {});
  const start = span.start + key.index;
  report.add("HD124", { file: span.file, start, end: start + key[0].length }, {});
}

/** What the parser says in its own words, which is rare enough. */
function reportOther({ message }: YamlProblem, span: Span, report: Report): void {
  const [line = ""] = message.split("\n");
  report.add("HD119", span, { problem: line.charAt(0).toLowerCase() + line.slice(1) });
}

function reportMissing(problem: YamlProblem, span: Span, report: Report): void {
  const { message } = problem;
  const text = firstWord(span.file.text.slice(span.start, span.end));
  if (message.includes("quote")) return report.add("HD111", openQuote(problem, span), { what: "the quote that begins here" });
  if (message.includes("map values")) return report.add("HD116", span, { text });
  if (message.startsWith("Missing ,")) return report.add("HD124", span, {});
  reportOther(problem, span, report);
}

/** The parser points at the end of the file; the reader wants the quote that swallowed it. */
function openQuote(problem: YamlProblem, span: Span): Span {
  const quote = problem.message.includes('"') ? '"' : "'";
  const at = span.file.text.lastIndexOf(quote, span.start - 1);
  return at === -1 ? span : { file: span.file, start: at, end: at + 1 };
}

/** The parser points at the line; what has to move is its text. */
function firstWordOfLine(span: Span): Span {
  const { line, column } = span.file.position(span.start);
  const text = span.file.line(line);
  const start = span.start - column + 1 + (/^\s*/.exec(text)?.[0].length ?? 0);
  return { file: span.file, start, end: start + (/^\S+/.exec(text.trimStart())?.[0].length ?? 1) };
}

function openedBy(problem: YamlProblem): string {
  return problem.message.includes("sequence") ? "[" : "{";
}

/** The bracket without a partner: the last one before the place that was not closed by then. */
function openBracket(problem: YamlProblem, span: Span): Span {
  const open = openedBy(problem);
  const close = open === "[" ? "]" : "}";
  let balance = 0;
  for (let at = span.start - 1; at >= 0; at--) {
    const character = span.file.text[at];
    if (character === close) balance++;
    else if (character === open && balance-- === 0) return { file: span.file, start: at, end: at + 1 };
  }
  return span;
}

function unexpectedHint(span: Span): { hint?: string } {
  const { line, column } = span.file.position(span.start);
  const text = span.file.line(line);
  const colon = text.indexOf(": ");
  if (colon === -1 || colon > column) return {};
  const value = text.slice(colon + 2).trim();
  if (/^[|>]/.test(value)) return { hint: "the text begins on the next line, indented" };
  if (/[\w>)^]$/.test(text.slice(0, column - 1)) && /^[[{]/.test(text.slice(column - 1))) {
    return { hint: "in braces, quote a value that has brackets in it, or write one entry a line" };
  }
  const list = /^\[\s*([^\],\s]+)\s*\](.*)$/.exec(value);
  if (list) return { hint: `a list type is written \`${list[1]}[]${list[2]}\`` };
  return { hint: `quote the whole value: \`'${value.replaceAll("'", "''")}'\`` };
}

function firstWord(text: string): string {
  const word = text.trim().split(/\s/)[0] ?? "";
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}
