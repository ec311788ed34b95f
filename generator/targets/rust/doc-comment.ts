import { empty, isCode, lines, printCode, text, type Code } from "../../code/index.js";
import { wrapped, type DocParts, type Prose } from "../../target/index.js";
import { exampleFence } from "./example-fence.js";
import { markdown, phrase } from "./markdown.js";
import type { GuideSection } from "./template-context.js";

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
    ...(words === undefined ? [] : [markdown(words, width)]),
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
    typeof doc === "object" ? wrapped([prose(doc)], width) : markdown(doc ?? "", width),
    ...notes.map((note) => markdown(note, width)),
    ...(deprecated === undefined ? [] : [wrapped([`**Deprecated.** ${deprecated === true ? "" : prose(deprecated)}`.trimEnd()], width)]),
    ...(since === undefined ? [] : [wrapped([`Since ${phrase(since)}.`], width)]),
  ];
  return texts.filter((paragraph) => paragraph.some((line) => line !== ""));
}

function sections({ throws = [], examples = [] }: DocParts, crate: string | undefined): readonly (readonly string[])[] {
  const errors = throws.map(({ type, doc }) => `- ${[plain(type), doc && phrase(doc)].filter(Boolean).join(": ")}`);
  return [
    ...(errors.length === 0 ? [] : [["# Errors", ""].concat(errors.flatMap((line) => wrapped([line], width)))]),
    ...(examples.length === 0 ? [] : [["# Examples"]]),
    ...examples.map((example) => exampleFence(example, crate)),
  ];
}

function prose(words: Prose): string {
  return [words]
    .flat()
    .map((part) => (isCode(part) ? plain(part) : phrase(part)))
    .filter((part) => part !== "")
    .join(" ");
}

function plain(code: Code): string {
  return printCode(code, { width: 80, tabWidth: 4, local: ({ name }) => name }).trimEnd();
}
