import type { Json } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import type { Collection } from "./collections.js";
import { isList, type Fields } from "../fields.js";
import type { Received } from "../request/received.js";

/** The items that a request asks for: query parameters with the name of a field of the item are filters. */
export function filtered(table: TypeTable, { item }: Collection, items: readonly Fields[], { params }: Received): readonly Fields[] {
  const names = new Set((table.properties(item) ?? []).map(({ wire }) => wire));
  const filters = Object.entries(params.query).filter(([name]) => names.has(name));
  return items.filter((each) => filters.every(([name, wanted]) => admits(each[name], wanted)));
}

/** A list of wanted values admits any of them, a list in the item is searched. */
function admits(value: Json | undefined, wanted: Json): boolean {
  if (isList(wanted)) return wanted.some((each) => admits(value, each));
  if (isList(value)) return value.some((each) => admits(each, wanted));
  return JSON.stringify(value ?? null) === JSON.stringify(wanted);
}
