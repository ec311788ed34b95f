import { wrapped } from "../../../target/prose.js";
import { invisible, unicodeEscape } from "./strings.js";

/** The lines of a doc comment for Markdown as somebody wrote it: nothing in it can end the comment, start a tag or hide. */
export function commentText(markdown: string, width: number): readonly string[] {
  return wrapped(safe(markdown).split("\n"), width).map(withoutTag);
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
