import type { Node } from "./node.js";
import { nodeOf, type CodeLike } from "./value.js";

/** Columns that code takes where all of it is on one line; names count as they are exported. Infinite if it has lines of its own. */
export function widthOf(code: CodeLike): number {
  return width(nodeOf(code));
}

function width(node: Node): number {
  switch (node.kind) {
    case "text":
      return node.text.length;
    case "reference":
      return node.symbol.name.length;
    case "line":
      return node.mode === "soft" ? 0 : node.mode === "line" ? 1 : Infinity;
    case "sequence":
    case "fill":
      return node.parts.reduce((sum, part) => sum + width(part), 0);
    case "group":
      return node.break ? Infinity : width(node.content);
    case "indent":
      return width(node.content);
    case "hanging":
      return 1 + width(node.content);
    case "ifBreak":
      return width(node.flat);
    case "firstFit":
      return node.states[0] ? width(node.states[0]) : 0;
  }
}
