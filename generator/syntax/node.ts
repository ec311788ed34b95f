import type { Span, Text } from "../source/span.js";

/** A YAML value with its place. */
export type Node = ScalarNode | ListNode | MappingNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as text: `1.10` stays `1.10`; the empty text if nothing was written. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "block";
  /** With its quotes. An empty value has the span of its key. */
  readonly span: Span;
  /** A comment behind it on its line, which may have been meant as text. */
  readonly comment?: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface MappingNode {
  readonly kind: "mapping";
  /** In the author's order, without duplicates. */
  readonly entries: readonly Entry[];
  readonly index: ReadonlyMap<string, Entry>;
  readonly span: Span;
  /** Whether it is in `{}`, where a comma ends a value. */
  readonly flow: boolean;
}

export interface Entry {
  readonly key: Text;
  readonly value: Node;
}

/** True for `key:` with nothing behind it, `null` and `~`. */
export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** The value of a key; undefined for other nodes too, so that a reader can go on after a wrong kind was reported. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "mapping" ? node.index.get(key)?.value : undefined;
}

/** Text of a scalar that is not null, with its place. */
export function textOf(node: Node | undefined): Text | undefined {
  return node?.kind === "scalar" && node.value !== null ? { value: node.text, span: node.span } : undefined;
}
