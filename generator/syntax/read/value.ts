import type { Json } from "../../model/described.js";
import type { Span, Text } from "../../source/span.js";
import type { Value } from "../document.js";
import { child, textOf, type Node } from "../node.js";

/** A YAML value as JSON, for examples and defaults. Numbers that JSON or a double cannot hold stay text. */
export function readValue(node: Node): Value {
  return { value: jsonOf(node), span: node.span, node };
}

function jsonOf(node: Node): Json {
  if (node.kind === "list") return node.items.map(jsonOf);
  if (node.kind === "mapping") return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, jsonOf(value)]));
  if (typeof node.value !== "number") return node.value;
  const exact = Number.isFinite(node.value) && (!Number.isInteger(node.value) || Number.isSafeInteger(node.value));
  return exact ? node.value : node.text;
}

/** The texts of a scalar or of a list of them. */
export function readTexts(node: Node | undefined): Text[] {
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  return nodes.map(textOf).filter((text) => text !== undefined);
}

export function readFlag(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === true;
}

export function readNumber(node: Node | undefined): { readonly value: number; readonly span: Span } | undefined {
  return node?.kind === "scalar" && typeof node.value === "number" ? { value: node.value, span: node.span } : undefined;
}

/** One of a few words; undefined for any other, which the check has reported. */
export function readWord<const W extends string>(
  node: Node | undefined,
  words: readonly W[],
): { readonly value: W; readonly span: Span } | undefined {
  const text = textOf(node);
  const value = words.find((word) => word === text?.value);
  return text && value !== undefined ? { value, span: text.span } : undefined;
}

/** The entries of a mapping below a key, empty if there is none. */
export function entriesOf(node: Node | undefined, key: string) {
  const below = child(node, key);
  return below?.kind === "mapping" ? below.entries : [];
}
