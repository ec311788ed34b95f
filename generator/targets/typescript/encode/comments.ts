import { invisible, unicodeEscape } from "./strings.js";

/** The lines of a doc comment for Markdown as somebody wrote it: nothing in it can end the comment, start a tag or hide. */
export function commentText(markdown: string, width: number): readonly string[] {
  const wrapped: string[] = [];
  let fenced = false;
  for (const line of joined(safe(markdown).split("\n"), width)) {
    if (isFence(line)) fenced = !fenced;
    wrapped.push(...(fenced || isVerbatim(line) ? [line] : wrap(line, width)));
  }
  return wrapped.map(withoutTag);
}

/** Lines that go on with a paragraph of which one line is too long are put behind the line before. */
function joined(lines: readonly string[], width: number): readonly string[] {
  const result: string[] = [];
  let fenced = false;
  for (const line of lines.map((each) => each.trimEnd())) {
    if (isFence(line)) fenced = !fenced;
    const before = result.at(-1) ?? "";
    const goesOn =
      !fenced &&
      before !== "" &&
      before.length > width - 20 &&
      !isVerbatim(before) &&
      !isFence(before) &&
      /^ {0,3}[\p{L}\p{N}"'(]/u.test(line) &&
      !/^\s*\d+[.)]\s/.test(line);
    if (goesOn) result.push(`${result.pop() ?? ""} ${line.trimStart()}`);
    else result.push(line);
  }
  return result;
}

function isFence(line: string): boolean {
  return /^\s*(```|~~~)/.test(line);
}

/** One line of it, for a place behind a tag (`@param limit - `). */
export function commentPhrase(markdown: string): string {
  return withoutTag(
    safe(markdown)
      .replace(/\s*\n\s*/g, " ")
      .trim(),
  );
}

/** Lines of a Markdown file. */
export function markdownLines(markdown: string): readonly string[] {
  return markdown
    .replace(/\r\n?/g, "\n")
    .replace(invisible, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .split("\n");
}

/**
 * A text as one paragraph of a Markdown file in which nothing is markup: punctuation is escaped, and what would become a link by itself
 * (a URL, an address) is shown as code.
 */
export function markdownProse(words: string): string {
  return plainText(words)
    .split(" ")
    .map((word) => (isLink(word) ? `\`${word.replaceAll("`", "'")}\`` : word.replace(/[\\`*_[\]<>~$]|&(?=#?\w+;)/g, "\\$&")))
    .join(" ")
    .replace(/^(?=[#+-])/, "\\")
    .replace(/^(\d+)(?=[.)])/, "$1\\");
}

/** What Markdown makes a link of, brackets or not. */
function isLink(word: string): boolean {
  return /:\/\/|www\.|@/i.test(word);
}

/** A text on one line, with what a reader would not see spelt out: for JSON files, say. */
export function plainText(words: string): string {
  return words.replace(/\s+/g, " ").trim().replace(invisible, unicodeEscape);
}

function safe(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, "  ")
    .replace(invisible, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(/\*(?=\/)/g, "*\\")
    .replace(/<(?=\/script|!--)/gi, "<\\")
    .replace(/\/(?=[/*][#@])/g, "/\\")
    .replace(/\{(?=@)/g, "{\\")
    .trim();
}

/** For the compiler `@` begins a tag at the start of a line, behind what it skips there, and behind any space. */
function withoutTag(line: string): string {
  return line.replace(/(^[\s*>/-]*|\s)@/g, "$1\\@");
}

/** Tables, headings and indented code mean something else when they are broken. */
function isVerbatim(line: string): boolean {
  return /^( {4}|\s*[|#])/.test(line);
}

/** Breaks a line between words, but not inside of a link. */
export function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const start = /^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)?/.exec(line)?.[0] ?? "";
  const hanging = start.startsWith(">") ? start : " ".repeat(start.length);
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(/ +(?![^\s{}]+\})/)) {
    if (current.length + word.length > width && current.trim() !== start.trim() && !startsBlock(word)) {
      lines.push(current.trimEnd());
      current = hanging;
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}

/** A word that would mean something else as the first of a line. */
function startsBlock(word: string): boolean {
  return /^([-*+>|#=~`]|\d+[.)]$)/.test(word);
}
