import { empty, isCode, lines, printCode, text, type Code } from "../../code/index.js";
import { wrapped, type DocParts, type Prose } from "../../target/index.js";
import { exampleFence } from "./example-fence.js";
import type { GuideSection } from "./template-context.js";
import { invisible, unicodeEscape } from "./strings.js";

/** Columns for the text of a comment; it may stand two levels deep. */
const width = 88;

/** Lines of rustdoc: the text, notes, then sections. `mark` is `//!` for the module's own; `crate` is what examples import from. */
export function docComment(parts: DocParts, crate: string | undefined, mark: "///" | "//!" = "///"): Code {
  const body = [...paragraphs(parts), ...sections(parts, crate)];
  const content = body.flatMap((paragraph, index) => (index === 0 ? paragraph : ["", ...paragraph]));
  if (content.length === 0) return empty;
  return lines(content.map((line) => text(`${mark} ${line}`.trimEnd())));
}

/** Lines of Markdown: what a crate's root or a file of its own says. */
export function guideLines(sections: readonly GuideSection[], crate: string | undefined, language?: string): readonly string[] {
  const parts = sections.flatMap(({ title, text: words, example }) => [
    ...(title === undefined ? [] : [[`# ${title}`]]),
    ...(words === undefined ? [] : [markdown(words)]),
    ...(example === undefined ? [] : [exampleFence(example, crate, language)]),
  ]);
  return parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
}

/** Lines as a doc comment of the module that they stand in. */
export function moduleComment(content: readonly string[]): Code {
  return lines(content.map((each) => text(`//! ${each}`.trimEnd())));
}

function paragraphs({ doc, notes = [], deprecated, since }: DocParts): readonly (readonly string[])[] {
  const texts = [
    typeof doc === "object" ? wrapped([phrase(doc)], width) : markdown(doc ?? ""),
    ...notes.map(markdown),
    ...(deprecated === undefined ? [] : [wrapped([`**Deprecated.** ${deprecated === true ? "" : phrase(deprecated)}`.trimEnd()], width)]),
    ...(since === undefined ? [] : [[`Since ${safe(since)}.`]]),
  ];
  return texts.filter((paragraph) => paragraph.some((line) => line !== ""));
}

function sections({ throws = [], examples = [] }: DocParts, crate: string | undefined): readonly (readonly string[])[] {
  const errors = throws.map(({ type, doc }) => `- ${[plain(type), doc && safe(doc).replace(/\s*\n\s*/g, " ")].filter(Boolean).join(": ")}`);
  return [
    ...(errors.length === 0 ? [] : [["# Errors", ""].concat(errors.flatMap((line) => wrapped([line], width)))]),
    ...(examples.length === 0 ? [] : [["# Examples"]]),
    ...examples.map((example) => exampleFence(example, crate)),
  ];
}

/**
 * Markdown as somebody wrote it: brackets are no links to items, markup is no HTML, and code is not taken for Rust, which `cargo test`
 * would run.
 */
function markdown(source: string): readonly string[] {
  let fenced = false;
  const out = safe(source)
    .split("\n")
    .map((line) => {
      const fence = /^(\s*)(```+|~~~+)(.*)$/.exec(line);
      if (!fence) return fenced ? line : line.replace(/^( {4}|\t)\s*/, "    ").replace(/^ {4}(?=\S)/, "");
      fenced = !fenced;
      return fenced ? `${fence[1] ?? ""}${fence[2] ?? ""}text` : line;
    });
  return wrapped(fenced ? [...out, "```"] : out, width);
}

function safe(source: string): string {
  return source
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, "  ")
    .replace(invisible, (character) => (character === "\n" ? character : unicodeEscape(character)))
    .replace(/(?<!\\)[[\]]/g, "\\$&")
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/(?<![<(`])https?:\/\/[^\s)>\]]+/g, "<$&>")
    .trim();
}

function phrase(prose: Prose): string {
  return [prose]
    .flat()
    .map((part) => (isCode(part) ? plain(part) : safe(part).replace(/\s*\n\s*/g, " ")))
    .filter((part) => part !== "")
    .join(" ");
}

function plain(code: Code): string {
  return printCode(code, { width: 80, tabWidth: 4, local: ({ name }) => name }).trimEnd();
}
