import type { Report } from "../../source/report.js";
import type { Span, Text } from "../../source/span.js";
import type { BodyDeclaration, ContentDeclaration, Description, SuccessDeclaration } from "../document.js";
import { child, isNull, textOf, type Entry, type MappingNode, type Node } from "../node.js";
import { readDescription } from "./description.js";
import { inlineObjectHint } from "../shapes/field.js";
import { readDocumentedType, readParams, readType } from "./field.js";
import { readNumber } from "./value.js";

const kinds = ["json", "form", "multipart", "text", "bytes"] as const;

/** `body: T`, `body?: T`, `body: {multipart: T, json: U}`. */
export function readBody(node: MappingNode, report: Report): BodyDeclaration | undefined {
  const required = node.index.get("body");
  const entry = required ?? node.index.get("body?");
  if (!entry) return undefined;
  const second = required && node.index.get("body?");
  if (second) report.add("HD209", second.key.span, { first: "body", second: "body?" });
  const contents =
    entry.value.kind === "mapping" ? readContents(entry.value, report) : readShort(entry.value, entry.key.span, report).contents;
  if (entry.value.kind === "mapping" && contents.length === 0 && inlineObjectHint(kinds)(entry.value) === undefined)
    report.add("HD203", entry.key.span, { keys: ["json"], where: "this body" }, { hint: "or one of `form`, `multipart`, `text`, `bytes`" });
  return contents.length > 0 ? { span: entry.key.span, optional: entry === node.index.get("body?"), contents } : undefined;
}

/** A bare type is sent as JSON; `bytes` alone is what it says. */
function readShort(node: Node | undefined, place: Span, report: Report): { readonly contents: ContentDeclaration[]; readonly doc?: Text } {
  const { type, doc } = readDocumentedType(node, place, report);
  if (!node || !type) return { contents: [] };
  const bytes = type.kind === "name" && type.name.value === "bytes" && !type.encoding && !type.constraint;
  const content: ContentDeclaration = bytes
    ? { kind: { value: "bytes", span: type.span } }
    : { kind: { value: "json", span: type.span }, type };
  return { contents: [content], ...(doc && { doc }) };
}

function readContents(node: MappingNode, report: Report): ContentDeclaration[] {
  return node.entries.map((entry) => readContent(entry, report)).filter((content) => content !== undefined);
}

/** `multipart: T`, `json: {type: T, media: application/vnd.x+json}`, `bytes: application/pdf`. */
function readContent({ key, value }: Entry, report: Report): ContentDeclaration | undefined {
  const word = kinds.find((known) => known === key.value);
  if (word === undefined) return undefined;
  const kind = { value: word, span: key.span };
  const untyped = word === "text" || word === "bytes";
  const media = untyped ? (textOf(value) ?? textOf(child(value, "media"))) : textOf(child(value, "media"));
  if (untyped) return { kind, ...(media && { media }) };
  const type = readType(value.kind === "mapping" ? child(value, "type") : value, key.span, report);
  if (value.kind === "mapping" && !child(value, "type")) report.add("HD203", key.span, { keys: ["type"], where: "this body" });
  return type && { kind, ...(media && { media }), type };
}

/** `returns: T`, `returns: 204`, `returns: {status, type, headers}`, `returns: {200: T, 202: U}`. */
export function readReturns(entry: Entry | undefined, report: Report): SuccessDeclaration[] {
  if (!entry) return [];
  const { key, value: node } = entry;
  const number = readNumber(node);
  if (number) return [{ status: number, headers: [], description: {} }];
  if (node.kind !== "mapping") return [readSuccess(node, key.span, report)];
  const statuses = node.entries.filter((status) => /^\d{3}$/.test(status.key.value));
  if (statuses.length === 0) return [readSuccess(node, key.span, report, readNumber(child(node, "status")))];
  return statuses.map((status) =>
    readSuccess(status.value, status.key.span, report, { value: Number(status.key.value), span: status.key.span }),
  );
}

function readSuccess(node: Node, place: Span, report: Report, status?: SuccessDeclaration["status"]): SuccessDeclaration {
  const head = { ...(status && { status }) };
  if (node.kind !== "mapping") {
    if (isNull(node) && status) return { ...head, headers: [], description: {} };
    const { contents, doc } = readShort(node, place, report);
    return { ...head, ...withContent(contents), headers: [], description: readDescription(undefined, "", doc) };
  }
  const description: Description = readDescription(node, "");
  const headers = readParams(child(node, "headers"), "header", report).map(({ in: _, ...header }) => header);
  return { ...head, ...withContent(readSuccessContents(node, report)), headers, description };
}

function readSuccessContents(node: MappingNode, report: Report): ContentDeclaration[] {
  const typed = node.index.get("type");
  if (!typed) return readContents(node, report);
  const media = textOf(child(node, "media"));
  const other = node.entries.find((entry) => kinds.some((kind) => kind === entry.key.value));
  if (other) report.add("HD209", other.key.span, { first: "type", second: other.key.value });
  return readShort(typed.value, typed.key.span, report).contents.map((content) => ({ ...content, ...(media && { media }) }));
}

function withContent([content, ...others]: readonly ContentDeclaration[]): Pick<SuccessDeclaration, "content" | "alternatives"> {
  return { ...(content && { content }), ...(others.length > 0 && { alternatives: others }) };
}
