import type { Json, TypeRef } from "../model/index.js";
import { integerBounds } from "../resolve/types/scalar-refs.js";
import type { TypeTable } from "../resolve/types/type-table.js";
import { isFields, isList } from "./fields.js";

/** Reads JSON; integers that a double cannot hold become text, so that no digit is lost. Throws a `SyntaxError` for what is no JSON. */
export function parseJson(text: string): Json {
  const lossless = text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  );
  return JSON.parse(lossless);
}

/** Writes a value of a type as JSON; where the type is a 64-bit number, text is written as the number that it holds. */
export function jsonText(table: TypeTable, ref: TypeRef | undefined, value: Json): string {
  if (isList(value)) return `[${value.map((item) => jsonText(table, ref && stepInto(table, ref, "0"), item)).join(",")}]`;
  if (isFields(value)) {
    const members = Object.entries(value).map(
      ([key, item]) =>
        `${JSON.stringify(key)}:${jsonText(table, ref && (contentType(table, ref, value, key) ?? stepInto(table, ref, key)), item)}`,
    );
    return `{${members.join(",")}}`;
  }
  return typeof value === "string" && /^-?\d+$/.test(value) && ref && isNumber(table, ref) ? value : JSON.stringify(value);
}

/** The type of what stands beside a tag: that of the variant at hand. */
function contentType(
  table: TypeTable,
  ref: TypeRef,
  value: { readonly [key: string]: Json | undefined },
  key: string,
): TypeRef | undefined {
  const type = table.declared(ref)?.type;
  if (type?.kind !== "union" || type.tagging.kind !== "adjacent" || type.tagging.content !== key) return undefined;
  const { tag } = type.tagging;
  const payload = type.variants.find((variant) => variant.tag === value[tag])?.payload;
  return payload?.kind === "type" ? payload.type : undefined;
}

function stepInto(table: TypeTable, ref: TypeRef, key: string): TypeRef | undefined {
  return table.at(ref, [key]);
}

function isNumber(table: TypeTable, ref: TypeRef): boolean {
  const type = table.present(ref);
  if (type.kind === "choice") return type.of.every((each) => isNumber(table, each));
  return type.kind === "scalar" && integerBounds(type.scalar) !== undefined && type.encoding !== "string";
}
