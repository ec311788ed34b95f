import type { Json, Param, TypeRef } from "../../model/index.js";
import type { TypeTable } from "../../resolve/types/type-table.js";
import { fromBrackets } from "./bracketed.js";
import { fromText } from "./from-text.js";
import { percentDecoded, type Pair } from "./pairs.js";

/** Where the parameters of a request stand, before their types are looked at. */
export interface Places {
  /** Decoded values of the path's parameters, by name. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly Pair[];
  readonly headers: Headers;
  readonly cookies: readonly Pair[];
}

/** The value of a parameter in JSON; undefined if the request does not have it. */
export function paramOf(table: TypeTable, param: Param, places: Places): Json | undefined {
  switch (param.in) {
    case "path":
      return single(table, param, places.path.get(param.wire));
    case "header":
      return ofHeader(table, param, places.headers.get(param.wire) ?? undefined);
    case "cookie":
      return single(table, param, places.cookies.find(({ name }) => name === param.wire)?.text);
    case "query":
      return ofQuery(table, param, places.query);
  }
}

function single(table: TypeTable, { type, null: nulls }: Param, text: string | undefined): Json | undefined {
  if (text === "" && nulls === "empty" && table.target(type).kind === "nullable") return null;
  return text === undefined ? undefined : fromText(table, type, text);
}

function ofHeader(table: TypeTable, param: Param, text: string | undefined): Json | undefined {
  const type = table.present(param.type);
  if (type.kind !== "list" || text === undefined) return single(table, param, text);
  // Items are joined by commas; those that have one are quoted (HDR-1).
  const items = [...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))(?:,|$)/g)].filter(([whole]) => whole !== "");
  return items.map(([, quoted, plain = ""]) => fromText(table, type.of, quoted?.replace(/\\(.)/g, "$1") ?? plain.trim()));
}

const separators: Readonly<Partial<Record<Param["list"], RegExp>>> = { comma: /,/, pipe: /\||%7C/i, space: /%20|\+/ };

function ofQuery(table: TypeTable, param: Param, query: readonly Pair[]): Json | undefined {
  const type = table.present(param.type);
  const own = query.filter(({ name }) => name === param.wire);
  if (type.kind === "list") return ofList(table, type.of, param, query);
  const isObject = type.kind === "map" || (type.kind === "named" && table.properties(type) !== undefined);
  if (isObject && param.object === "deep") return fromBrackets(table, type, param.wire, query);
  return single(table, param, own.at(-1)?.text);
}

function ofList(table: TypeTable, of: TypeRef, { wire, list }: Param, query: readonly Pair[]): Json | undefined {
  const separator = separators[list];
  if (!separator) return fromBrackets(table, { kind: "list", of }, wire, query);
  const own = query.filter(({ name }) => name === wire);
  if (own.length === 0) return undefined;
  return own.flatMap(({ raw }) => raw.split(separator).map((item) => fromText(table, of, percentDecoded(item.replaceAll("+", " ")))));
}
