import { empty, isCode, lines, printCode, text, type Code } from "../../../code/index.js";
import { wrap, type DocParts, type Prose } from "../../../target/index.js";
import { commentPhrase, commentText } from "./comments.js";

/** Columns for the text of a comment; it may stand two levels deep. */
const width = 76;

/** A JSDoc comment: the text, notes, then tags. On one line if that is all there is to it. */
export function docComment(parts: DocParts): Code {
  const body = [...paragraphs(parts), ...tags(parts)];
  const content = body.flatMap((paragraph, index) =>
    index === 0 || (isTag(paragraph) && isTag(body[index - 1])) ? paragraph : ["", ...paragraph],
  );
  const [only] = content;
  if (only === undefined) return empty;
  if (content.length === 1 && only.length < width - 4) return text(`/** ${only} */`);
  return lines([text("/**"), ...content.map((line) => text(line === "" ? " *" : ` * ${line}`)), text(" */")]);
}

function paragraphs({ doc, notes = [] }: DocParts): readonly (readonly string[])[] {
  const text = typeof doc === "object" ? wrap(phrase(doc), width) : commentText(doc ?? "", width);
  return [text, ...notes.map((note) => commentText(note, width))].filter((paragraph) => paragraph.some((line) => line !== ""));
}

function tags(parts: DocParts): readonly (readonly string[])[] {
  const { params = [], throws = [], examples = [] } = parts;
  const deprecated = parts.deprecated === true ? "" : parts.deprecated;
  return [
    ...params.filter(({ doc }) => doc !== "").map(({ name, doc }) => [`@param ${plain(name)} - ${commentPhrase(doc)}`]),
    ...(parts.returns ? [[`@returns ${commentPhrase(parts.returns)}`]] : []),
    ...throws.map(({ type, doc }) => [`@throws {@link ${plain(type)}} ${commentPhrase(doc ?? "")}`.trimEnd()]),
    ...(deprecated === undefined ? [] : [[`@deprecated ${phrase(deprecated)}`.trimEnd()]]),
    ...(parts.since ? [[`@since ${commentPhrase(parts.since)}`]] : []),
    ...examples.map((example) => ["@example", "```ts", ...commentText(plain(example), Infinity), "```"]),
  ];
}

function isTag(paragraph: readonly string[] | undefined): boolean {
  return paragraph?.[0]?.startsWith("@") === true;
}

/** A text for one line, with its code as it is. */
function phrase(prose: Prose): string {
  return [prose]
    .flat()
    .map((part) => (isCode(part) ? plain(part) : commentPhrase(part)))
    .filter((part) => part !== "")
    .join(" ");
}

function plain(code: Code): string {
  return printCode(code, { width, local: ({ name }) => name }).trimEnd();
}
