import type { Json, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { fromText } from "./from-text.js";
import type { Pair } from "./pairs.js";

/** What `a[b][0]=c` builds, before types are known: all values of a name, and what is under it. */
interface Tree {
  readonly texts: string[];
  readonly under: Map<string, Tree>;
}

/** The values under a name, written with brackets (ENC-5, ENC-8); undefined if there are none. */
export function fromBrackets(table: TypeTable, ref: TypeRef, name: string, pairs: readonly Pair[]): Json | undefined {
  const root: Tree = { texts: [], under: new Map() };
  for (const pair of pairs) {
    const [first, ...steps] = pair.name.split("[").map((step) => step.replace(/\]$/, ""));
    if (first === name) insert(root, steps, pair.text);
  }
  return isEmpty(root) ? undefined : read(table, ref, root);
}

function insert(tree: Tree, [step, ...rest]: readonly string[], text: string): void {
  // `a[]` adds to the list itself.
  if (step === undefined || (step === "" && rest.length === 0)) {
    tree.texts.push(text);
    return;
  }
  const next = tree.under.get(step) ?? { texts: [], under: new Map() };
  tree.under.set(step, next);
  insert(next, rest, text);
}

function isEmpty({ texts, under }: Tree): boolean {
  return texts.length === 0 && under.size === 0;
}

function read(table: TypeTable, ref: TypeRef, tree: Tree): Json {
  const type = table.present(ref);
  if (type.kind === "list") {
    const items = [...tree.under].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => read(table, type.of, item));
    return [...tree.texts.map((text) => fromText(table, type.of, text)), ...items];
  }
  const [text] = tree.texts;
  if (text !== undefined && tree.under.size === 0) return fromText(table, ref, text);
  return Object.fromEntries(
    [...tree.under].map(([key, part]) => [key, read(table, table.at(type, [key]) ?? { kind: "scalar", scalar: "string" }, part)]),
  );
}
