import type { Description, Value } from "../document.js";
import type { Json } from "../../model/described.js";
import { bare, list, map, text, type Tree } from "./yaml-tree.js";

type Entry = readonly [key: string, value: Tree];

/** `doc`, `deprecated`, `since` and `removed`, as keys. */
export function describedEntries({ doc, deprecated, since, removed }: Description, prefix: "" | "$"): readonly (Entry | undefined)[] {
  return [
    doc && [`${prefix}doc`, text(doc.value)],
    deprecated && [`${prefix}deprecated`, deprecation(deprecated)],
    since && [`${prefix}since`, text(since.value)],
    removed && [`${prefix}removed`, text(removed.value)],
  ];
}

function deprecation({ since, use, doc }: NonNullable<Description["deprecated"]>): Tree {
  const entries = [
    since && (["since", text(since.value)] as const),
    use && (["use", text(use.value)] as const),
    doc && (["doc", text(doc.value)] as const),
  ];
  const tree = map(entries.map((entry) => entry ?? undefined));
  return tree.entries.length === 0 ? bare(true) : tree;
}

/** A JSON value. */
export function valueTree(value: Json): Tree {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return bare(value);
  if (Array.isArray(value)) return list(value.map((item: Json) => valueTree(item)));
  return map(Object.entries(value).map(([key, inner]) => [key, valueTree(inner)]));
}

/** `$example`, or `$examples` if there are several. */
export function exampleEntries(examples: readonly Value[]): readonly (Entry | undefined)[] {
  const [first, second] = examples;
  if (!first) return [];
  return [second ? ["$examples", list(examples.map(({ value }) => valueTree(value)))] : ["$example", valueTree(first.value)]];
}
