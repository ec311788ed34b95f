import type { ModuleSymbol } from "./imports.js";

/** What a piece of code is made of. No language: texts, places to break, and names that live in another module. */
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reference"; readonly symbol: ModuleSymbol }
  | { readonly kind: "line"; readonly mode: LineMode }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "group"; readonly content: Node; readonly break: boolean }
  | { readonly kind: "indent"; readonly content: Node }
  | { readonly kind: "ifBreak"; readonly broken: Node; readonly flat: Node }
  | { readonly kind: "firstFit"; readonly states: readonly Node[]; readonly break: boolean }
  | { readonly kind: "hanging"; readonly content: Node }
  | { readonly kind: "fill"; readonly parts: readonly Node[] };

/** `line`: a space if the group fits, `soft`: nothing if it fits, `hard`: always a break, `literal`: a break to column 0. */
export type LineMode = "line" | "soft" | "hard" | "literal";

export const nothing: Node = { kind: "sequence", parts: [] };

/** Several nodes as one; what is nothing is left out, so that emptiness shows. */
export function sequence(parts: readonly Node[]): Node {
  const kept = parts.filter((part) => !isNothing(part));
  const [only] = kept;
  return kept.length === 1 && only !== undefined ? only : kept.length === 0 ? nothing : { kind: "sequence", parts: kept };
}

export const hard: Node = { kind: "line", mode: "hard" };

/** The nodes with the separator between them; what is nothing is skipped. */
export function between(separator: Node, nodes: readonly Node[]): Node {
  return sequence(nodes.filter((node) => !isNothing(node)).flatMap((node, index) => (index === 0 ? [node] : [separator, node])));
}

/** Whether it prints nothing at all. */
export function isNothing(node: Node): boolean {
  switch (node.kind) {
    case "text":
      return node.text === "";
    case "sequence":
    case "fill":
      return node.parts.every(isNothing);
    case "firstFit":
      return node.states.every(isNothing);
    case "group":
    case "indent":
    case "hanging":
      return isNothing(node.content);
    case "ifBreak":
      return isNothing(node.broken) && isNothing(node.flat);
    default:
      return false;
  }
}
