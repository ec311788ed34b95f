import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { EnumValueDeclaration, FileDeclaration, PageDeclaration, RecordBody, TypeBody, TypeDeclaration } from "../document.js";
import { readTypeText } from "../field-text.js";
import { child, isNull, textOf, type Entry, type MappingNode, type Node } from "../node.js";
import { readDescription } from "./description.js";
import { readExamples, readMembers, readType } from "./field.js";
import { readUnion } from "./union.js";
import { readFlag, readTexts } from "./value.js";

/** `types` of a file. */
export function readTypes(node: Node | undefined, report: Report): TypeDeclaration[] {
  const entries = node?.kind === "mapping" ? node.entries : [];
  return entries.map((entry) => readTypeDeclaration(entry, report)).filter((type) => type !== undefined);
}

function readTypeDeclaration({ key, value }: Entry, report: Report): TypeDeclaration | undefined {
  const head = readHead(key, report);
  if (!head) return undefined;
  if (value.kind === "scalar") return readDerived(head, key, value, report);
  const body = value.kind === "mapping" ? readBody(value, report) : undefined;
  return body && { ...head, description: readDescription(value, "$"), examples: readExamples(value), body };
}

/** `Update: Partial<Create> -- doc`. */
function readDerived(head: Head, key: Text, node: Extract<Node, { kind: "scalar" }>, report: Report): TypeDeclaration | undefined {
  if (isNull(node) && node.text !== "null") {
    report.add("HD213", key.span, {}, { hint: "an object without fields is written `{}`" });
    return undefined;
  }
  const { type, doc } = readTypeText(node, report);
  return type && { ...head, description: readDescription(undefined, "$", doc), examples: [], body: { kind: "derived", type } };
}

type Head = Pick<TypeDeclaration, "name" | "parameters">;

/** `OffsetPage<T>`: a name and its parameters, each with its place. */
function readHead(key: Text, report: Report): Head | undefined {
  const quote = key.span.end - key.span.start === key.value.length ? 0 : 1;
  const words = [...key.value.matchAll(/[A-Za-z_]\w*/g)].map((match): Text => {
    const start = key.span.start + quote + match.index;
    return { value: match[0], span: { file: key.span.file, start, end: start + match[0].length } };
  });
  const [name, ...parameters] = words;
  const seen = new Set<string>();
  for (const { value, span } of parameters) {
    if (seen.has(value)) report.add("HD227", span, { parameter: value });
    seen.add(value);
  }
  return name && /^[A-Za-z_]\w*(\s*<[^<>]*>)?$/.test(key.value) ? { name, parameters } : undefined;
}

const kinds = ["$enum", "$union", "$alias"];

function readBody(node: MappingNode, report: Report): TypeBody | undefined {
  const [first, second] = node.entries.filter((entry) => kinds.includes(entry.key.value)).map((entry) => entry.key);
  if (second) return undefined;
  if (!first) return { kind: "record", ...readRecord(node, report) };
  if (first.value === "$enum") return readEnum(node);
  if (first.value === "$union") return readUnion(node, report);
  const type = readType(child(node, "$alias"), first.span, report);
  return type && { kind: "alias", type, distinct: readFlag(child(node, "$distinct")) };
}

export function readRecord(node: MappingNode, report: Report): RecordBody {
  const extra = node.index.get("$extra");
  const type = extra && readType(extra.value, extra.key.span, report);
  const page = readPage(child(node, "$page"));
  const file = readFile(child(node, "$file"));
  return {
    members: readMembers(node, report),
    ...(type && { extra: type }),
    exhaustive: readFlag(child(node, "$exhaustive")),
    ...(page && { page }),
    ...(file && { file }),
  };
}

function readFile(node: Node | undefined): FileDeclaration | undefined {
  const [data, name, type] = ["data", "name", "type"].map((key) => textOf(child(node, key)));
  return data && { data, ...(name && { name }), ...(type && { type }) };
}

function readPage(node: Node | undefined): PageDeclaration | undefined {
  if (node?.kind !== "mapping") return undefined;
  const entries = node.entries.map(({ key, value }) => ({ key, value: textOf(value) }));
  return { span: node.span, entries: entries.flatMap(({ key, value }) => (value ? [{ key, value }] : [])) };
}

function readEnum(node: MappingNode): TypeBody {
  const base = textOf(child(node, "$base"));
  const list = child(node, "$enum");
  const integers = base !== undefined && base.value !== "string";
  const values =
    list?.kind === "mapping"
      ? list.entries.map((entry) => readEnumValue(entry, integers))
      : readTexts(list).map((name) => listedValue(name, integers));
  const open = child(node, "$open");
  const openness = textOf(open)?.value === "string" ? "string" : open?.kind === "scalar" && open.value === false ? "closed" : "open";
  return { kind: "enum", ...(base && { base }), values, openness };
}

function listedValue(name: Text, integers: boolean): EnumValueDeclaration {
  const value = integers && /^-?\d+$/.test(name.value) ? { value: Number(name.value), span: name.span } : undefined;
  return { name, ...(value && { value }), description: {} };
}

/** `active: doc`, `low: 1 -- doc` where values are integers, or a mapping with `value`. */
function readEnumValue({ key, value: node }: Entry, integers: boolean): EnumValueDeclaration {
  if (node.kind !== "scalar") {
    const value = scalarValue(child(node, "value"), integers);
    return { name: key, ...(value && { value }), description: readDescription(node, "") };
  }
  const number = integers ? /^(-?\d+)(?:\s+--\s+(.*))?$/s.exec(node.text) : null;
  if (!number) return { name: key, description: readDescription(undefined, "", isNull(node) ? undefined : withoutDashes(node)) };
  const doc = number[2] === undefined ? undefined : { value: number[2], span: node.span };
  return { name: key, value: { value: Number(number[1]), span: node.span }, description: readDescription(undefined, "", doc) };
}

function withoutDashes(node: { readonly text: string; readonly span: Text["span"] }): Text {
  return { value: node.text.replace(/^--\s+/, ""), span: node.span };
}

function scalarValue(node: Node | undefined, integers: boolean): EnumValueDeclaration["value"] {
  const text = textOf(node);
  if (!text) return undefined;
  const value = integers && /^-?\d+$/.test(text.value) ? Number(text.value) : text.value;
  return { value, span: text.span };
}
