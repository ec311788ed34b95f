import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { UnionBody, VariantDeclaration } from "../document.js";
import { readTypeText } from "../field-text.js";
import { child, isNull, textOf, type Entry, type MappingNode, type Node, type ScalarNode } from "../node.js";
import { readDescription } from "./description.js";
import { readMembers, readType } from "./field.js";
import { readWord } from "./value.js";

/** A mapping with `$union`. */
export function readUnion(node: MappingNode, report: Report): UnionBody {
  const tag = textOf(child(node, "$tag"));
  const content = textOf(child(node, "$content"));
  const placement = readWord(child(node, "$placement"), ["internal", "adjacent", "external", "untagged"]);
  const open = child(node, "$open");
  const base = child(node, "$base");
  return {
    kind: "union",
    ...(tag && { tag }),
    ...(content && { content }),
    ...(placement && { placement }),
    openness: open?.kind === "scalar" && open.value === false ? "closed" : "open",
    base: base?.kind === "mapping" ? readMembers(base, report) : [],
    variants: readVariants(child(node, "$union"), report),
  };
}

function readVariants(node: Node | undefined, report: Report): VariantDeclaration[] {
  const variants =
    node?.kind === "list"
      ? node.items.map((item) => readListed(item, report))
      : node?.kind === "mapping"
        ? node.entries.map((entry) => readVariant(entry, report))
        : [];
  return variants.filter((variant) => variant !== undefined);
}

/** `$union: [Cat, Dog]`: each variant is named like its type. */
function readListed(node: Node, report: Report): VariantDeclaration | undefined {
  if (node.kind !== "scalar") return undefined;
  const { type, doc } = readTypeText(node, report);
  if (!type) return undefined;
  const name: Text = type.kind === "name" ? type.name : { value: node.text, span: node.span };
  return { name, description: readDescription(undefined, "$", doc), payload: { kind: "type", type } };
}

function readVariant({ key: name, value }: Entry, report: Report): VariantDeclaration | undefined {
  if (value.kind === "list") return undefined;
  if (value.kind === "scalar") return readShortVariant(name, value, report);
  const tag = textOf(child(value, "$tag"));
  const head = { name, ...(tag && { tag }), description: readDescription(value, "$") };
  const written = value.index.get("$type");
  const members = readMembers(value, report);
  if (!written) return { ...head, payload: members.length === 0 ? { kind: "empty" } : { kind: "fields", members } };
  const field = value.entries.find((entry) => !entry.key.value.startsWith("$"));
  if (field)
    report.add(
      "HD209",
      field.key.span,
      { first: "$type", second: field.key.value },
      { related: [{ message: "the other one", span: written.key.span }] },
    );
  const type = readType(written.value, written.key.span, report);
  return type && { ...head, payload: { kind: "type", type } };
}

/** Nothing, `-- doc`, or `Type -- doc`. */
function readShortVariant(name: Text, node: ScalarNode, report: Report): VariantDeclaration | undefined {
  if (isNull(node)) return { name, description: {}, payload: { kind: "empty" } };
  const doc = /^--\s+/.exec(node.text);
  if (doc) {
    const text = { value: node.text.slice(doc[0].length), span: node.span };
    return { name, description: readDescription(undefined, "$", text), payload: { kind: "empty" } };
  }
  const read = readTypeText(node, report);
  return read.type && { name, description: readDescription(undefined, "$", read.doc), payload: { kind: "type", type: read.type } };
}
