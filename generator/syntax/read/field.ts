import type { Report } from "../../source/report.js";
import type { Span, Text } from "../../source/span.js";
import type { FieldDeclaration, MemberDeclaration, ParamDeclaration } from "../document.js";
import { readFieldText, readTypeText, type FieldText } from "../field-text.js";
import { child, isNull, textOf, type Entry, type MappingNode, type Node } from "../node.js";
import type { TypeExpression } from "../type-expression.js";
import { readDescription } from "./description.js";
import { readFlag, readValue, readWord } from "./value.js";

/** Fields, spreads and includes of a mapping, in its order; keys with `$` other than `$include` are the caller's. */
export function readMembers(node: MappingNode, report: Report): MemberDeclaration[] {
  const members: MemberDeclaration[] = [];
  node.entries.forEach((entry, index) => {
    if (entry.key.value === "$include") members.push(...readIncludes(entry.value, report));
    if (entry.key.value.startsWith("$") || cutByComma(node, index, report)) return;
    const member = entry.key.value.startsWith("...") ? readSpread(entry, report) : readField(entry, report);
    if (member) members.push(member);
  });
  return members;
}

function readIncludes(node: Node, report: Report): MemberDeclaration[] {
  const types = (node.kind === "list" ? node.items : [node]).map((item) => readType(item, item.span, report));
  return types.filter((type) => type !== undefined).map((type) => ({ kind: "include", type }));
}

/** `{id: string -- one, two}` has a second key `two` without a value, which nobody meant. */
function cutByComma(node: MappingNode, index: number, report: Report): boolean {
  const entry = node.entries[index];
  const before = node.entries[index - 1]?.value;
  if (!node.flow || !entry || !isNull(entry.value) || entry.value.span !== entry.key.span || before?.kind !== "scalar") return false;
  const comma = { file: before.span.file, start: before.span.end, end: before.span.end + 1 };
  if (before.style === "plain" && !/[([<][^)\]>]*$/.test(before.text)) report.add("HD121", comma, { text: before.text });
  return true;
}

function readSpread(entry: Entry, report: Report): MemberDeclaration | undefined {
  const { name, optional } = readName(entry.key, 3);
  if (optional) report.add("HD226", entry.key.span, { name: entry.key.value });
  const { type, doc } = readShort(entry, report);
  return type && { kind: "spread", name, type, description: readDescription(entry.value, "$", doc) };
}

/** The short or the long form of a field; undefined if its type cannot be read, which has been reported. */
export function readField(entry: Entry, report: Report): FieldDeclaration | undefined {
  const { name, optional } = readName(entry.key, 0);
  const short = readShort(entry, report);
  const { value } = entry;
  const wire = textOf(child(value, "$wire"));
  const written = child(value, "$default");
  const defaultValue = written ? readValue(written) : short.default;
  return (
    short.type && {
      kind: "field",
      name,
      ...(wire && { wire }),
      optional,
      type: short.type,
      ...(defaultValue && { default: defaultValue }),
      sendDefault: readFlag(child(value, "$send_default")),
      access: readAccess(value, short, report),
      secret: readFlag(child(value, "$secret")) || short.modifiers.has("secret"),
      examples: readExamples(value),
      description: readDescription(value, "$", short.doc, short.modifiers.get("deprecated")),
    }
  );
}

/** A parameter; in a path the caller refuses `?`. */
export function readParam(entry: Entry, place: ParamDeclaration["in"], report: Report): ParamDeclaration | undefined {
  const field = readField(entry, report);
  if (!field) return undefined;
  if (place === "path" && field.optional) report.add("HD226", entry.key.span, { name: field.name.value });
  const { kind: _, ...rest } = field;
  const list = textOf(child(entry.value, "$list"));
  const object = textOf(child(entry.value, "$object"));
  const none = textOf(child(entry.value, "$null"));
  const segments = readFlag(child(entry.value, "$segments"));
  return { ...rest, in: place, ...(list && { list }), ...(object && { object }), ...(none && { null: none }), segments };
}

/** Parameters of one place, cut and broken ones left out. */
export function readParams(node: Node | undefined, place: ParamDeclaration["in"], report: Report): ParamDeclaration[] {
  if (node?.kind !== "mapping") return [];
  const params = node.entries.map((entry, index) => (cutByComma(node, index, report) ? undefined : readParam(entry, place, report)));
  return params.filter((param) => param !== undefined);
}

/** `$example` and `$examples`. */
export function readExamples(node: Node): ReturnType<typeof readValue>[] {
  const one = child(node, "$example");
  const many = child(node, "$examples");
  return [...(one ? [one] : []), ...(many?.kind === "list" ? many.items : [])].map(readValue);
}

/** A type where nothing but a doc may follow it. Reports an empty one at `place`. */
export function readType(node: Node | undefined, place: Span, report: Report): TypeExpression | undefined {
  return readDocumentedType(node, place, report).type;
}

export function readDocumentedType(node: Node | undefined, place: Span, report: Report): ReturnType<typeof readTypeText> {
  if (node?.kind !== "scalar") return {};
  if (node.text === "") {
    report.add("HD213", place, {});
    return {};
  }
  return readTypeText(node, report);
}

function readShort(entry: Entry, report: Report): FieldText {
  const node = entry.value.kind === "mapping" ? child(entry.value, "$type") : entry.value;
  if (node?.kind === "scalar" && node.text !== "") return readFieldText(node, report);
  if (node && node.kind === "scalar") report.add("HD213", node.span, {});
  return { modifiers: new Map() };
}

function readAccess(node: Node, short: FieldText, report: Report): FieldDeclaration["access"] {
  const written = readWord(child(node, "$access"), ["both", "readonly", "writeonly"]);
  const second = short.modifiers.get("writeonly");
  if (short.modifiers.has("readonly") && second) report.add("HD209", second, { first: "readonly", second: "writeonly" });
  return written?.value ?? (short.modifiers.has("readonly") ? "readonly" : second ? "writeonly" : "both");
}

/** A key without what is before and behind its name. */
function readName(key: Text, before: number): { readonly name: Text; readonly optional: boolean } {
  const optional = key.value.endsWith("?");
  const value = key.value.slice(before, optional ? -1 : undefined);
  const length = key.span.end - key.span.start;
  const quote = length === key.value.length ? 0 : 1;
  const start = key.span.start + quote + before;
  return { name: { value, span: { file: key.span.file, start, end: start + value.length } }, optional };
}
