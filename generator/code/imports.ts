import type { Node } from "./node.js";
import { Code, nodeOf, type CodeLike } from "./value.js";

/** A name that a module exports. */
export interface ModuleSymbol {
  readonly name: string;
  /** Output path without extension, or a package. */
  readonly module: string;
  /** What the importer needs of it. A value brings its type along, where the language has both under one name. */
  readonly space: "value" | "type";
}

/** The name of a symbol, wherever it is used; {@link references} finds what has to be imported for it. */
export function reference(symbol: ModuleSymbol): Code {
  return new Code({ kind: "reference", symbol });
}

/** The symbols used in code, each once, by module, name and space in the order of their code points. */
export function references(code: CodeLike): readonly ModuleSymbol[] {
  const found = new Map<string, ModuleSymbol>();
  collect(nodeOf(code), found);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, symbol]) => symbol);
}

function collect(node: Node, found: Map<string, ModuleSymbol>): void {
  switch (node.kind) {
    case "reference":
      found.set(`${node.symbol.module}\0${node.symbol.name}\0${node.symbol.space}`, node.symbol);
      return;
    case "firstFit":
      for (const state of node.states) collect(state, found);
      return;
    case "sequence":
    case "fill":
      for (const part of node.parts) collect(part, found);
      return;
    case "group":
    case "indent":
    case "hanging":
      return collect(node.content, found);
    case "ifBreak":
      collect(node.broken, found);
      return collect(node.flat, found);
    default:
      return;
  }
}
