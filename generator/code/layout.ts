import { builders, printer } from "prettier/doc";
import type { ModuleSymbol } from "./imports.js";
import type { LineMode, Node } from "./node.js";
import { nodeOf, type CodeLike } from "./value.js";

export interface Layout {
  /** Columns before a group is broken. */
  readonly width: number;
  /** Spaces a level; 2 unless given. */
  readonly tabWidth?: number;
  /** A tab a level instead of spaces. */
  readonly useTabs?: boolean;
  /** What a symbol is called where this is printed: its name, or the alias it is imported under. */
  readonly local: (symbol: ModuleSymbol) => string;
}

/** The text of code, laid out as Prettier would: no space at a line's end, one newline at the end, nothing for nothing. */
export function printCode(code: CodeLike, layout: Layout): string {
  const { formatted } = printer.printDocToString(docOf(nodeOf(code), layout.local), {
    printWidth: layout.width,
    tabWidth: layout.tabWidth ?? 2,
    useTabs: layout.useTabs ?? false,
  });
  const body = formatted.replace(/^\n+|[ \t\n]+$/g, "");
  return body === "" ? "" : `${body}\n`;
}

const lineDocs: { readonly [mode in LineMode]: Doc } = {
  line: builders.line,
  soft: builders.softline,
  hard: builders.hardline,
  literal: builders.literalline,
};

type Doc = Parameters<typeof builders.group>[0];

function docOf(node: Node, local: Layout["local"]): Doc {
  switch (node.kind) {
    case "text":
      return node.text;
    case "reference":
      return local(node.symbol);
    case "line":
      return lineDocs[node.mode];
    case "sequence":
      return node.parts.map((part) => docOf(part, local));
    case "group":
      return builders.group(docOf(node.content, local), { shouldBreak: node.break });
    case "indent":
      return builders.indent(docOf(node.content, local));
    case "ifBreak":
      return builders.ifBreak(docOf(node.broken, local), docOf(node.flat, local));
    case "firstFit": {
      const states = builders.conditionalGroup(node.states.map((state) => docOf(state, local)));
      return node.break ? [builders.breakParent, states] : states;
    }
    case "hanging": {
      const groupId = Symbol("hanging");
      return [
        builders.group(builders.indent(builders.line), { id: groupId }),
        builders.indentIfBreak(docOf(node.content, local), { groupId }),
      ];
    }
    case "fill":
      return builders.fill(node.parts.map((part) => docOf(part, local)));
  }
}
