import type { Param, ResponseHeader } from "../../model/operation.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Text } from "../../source/span.js";
import type { ParamDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { fieldLike } from "../fields.js";
import { isToken } from "./headers.js";
import type { TypeTable } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";

const lists = ["repeat", "comma", "pipe", "space", "brackets", "indices"] as const;
const objects = ["deep", "json"] as const;
const nulls = ["omit", "empty"] as const;

/** A path, query, header or cookie parameter; what it holds must be writable in its place. */
export function paramOf(cx: Context, table: TypeTable, declaration: ParamDeclaration): Param {
  const { in: place, name, access, segments } = declaration;
  const common = fieldLike(cx, declaration, `${place} parameter`, "request");
  if (place === "header" || place === "cookie") isToken(cx, declaration.wire ?? name);
  if (access !== "both") cx.report.add("HD451", name.span, { access });
  if (place !== "path" && segments) cx.report.add("HD452", name.span, { name: name.value });
  const unfit = unfitness(table, common.type, place);
  if (unfit !== undefined) cx.report.add("HD450", declaration.type.span, { place, unfit });
  return {
    ...common,
    in: place,
    list: oneOf(declaration.list, lists),
    object: oneOf(declaration.object, objects),
    null: oneOf(declaration.null, nulls),
    segments,
  };
}

/** The word that was written, which the reader has checked, or the first one. */
function oneOf<T extends string>(written: Text | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((candidate) => candidate === written?.value) ?? allowed[0];
}

/** Why values of a type cannot be written in a place; undefined if they can. A query takes everything. */
function unfitness(table: TypeTable, ref: TypeRef, place: Param["in"], inList = false): string | undefined {
  const type = table.target(ref);
  if (place === "query" || isUnknown(type)) return undefined;
  switch (type.kind) {
    case "nullable":
      return place === "path" ? "may be null" : unfitness(table, type.of, place, inList);
    case "list":
      return place === "path" || inList ? "is a list" : unfitness(table, type.of, place, true);
    case "map":
      return "is a map";
    case "scalar":
      return type.scalar === "json" ? "may be any JSON" : undefined;
    case "named":
      return table.declared(type)?.type.kind === "enum" ? undefined : "is an object";
    default:
      return undefined;
  }
}

/** A typed header of a response. */
export function responseHeader(cx: Context, table: TypeTable, declaration: Omit<ParamDeclaration, "in">): ResponseHeader {
  const {
    name,
    wire,
    type,
    required,
    default: _default,
    sendDefault: _send,
    secret: _secret,
    examples: _examples,
    ...text
  } = fieldLike(cx, declaration, "header", "response");
  isToken(cx, declaration.wire ?? declaration.name);
  const unfit = unfitness(table, type, "header");
  if (unfit !== undefined) cx.report.add("HD450", declaration.type.span, { place: "header", unfit });
  return { name, wire, ...text, type, required };
}
