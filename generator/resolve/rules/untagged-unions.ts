import type { TypeRef } from "../../model/type-ref.js";
import type { Union, Variant } from "../../model/types.js";
import { jsonKind, type JsonKind } from "../values/json-kind.js";
import { bind } from "../types/substitute.js";
import { TypeTable, type Property } from "../types/type-table.js";
import { isUnknown } from "../types/unknown-type.js";
import type { Rule } from "./rule.js";

/** The variants of an untagged union are told apart by their JSON kinds, or, among objects, by required fields. */
export const untaggedUnions: Rule = (model, report) => {
  const table = new TypeTable(model.types);
  for (const type of model.types) {
    if (type.kind !== "union" || type.tagging.kind !== "untagged") continue;
    const seen: { readonly variant: Variant; readonly faces: readonly Face[] }[] = [];
    for (const variant of type.variants) {
      const faces = facesOf(table, type, variant);
      const alike = seen.find((other) => other.faces.some((a) => faces.some((b) => !distinct(table, a, b))));
      const related = alike ? [{ message: `\`${alike.variant.name}\` is declared here`, span: alike.variant.origin }] : [];
      if (alike) report.add("HD428", variant.origin, { first: alike.variant.name, second: variant.name }, { related });
      seen.push({ variant, faces });
    }
  }
};

/** One way a value may look: its kind, and what is known of its keys if it is an object. */
interface Face {
  readonly kind: JsonKind | "null";
  readonly literal?: string | number | boolean;
  readonly keys?: readonly Property[];
}

function facesOf(table: TypeTable, union: Union, { payload }: Variant): readonly Face[] {
  if (payload.kind === "empty") return [];
  if (payload.kind === "fields") return [{ kind: "object", keys: table.payloadProperties(payload, bind([], [])) }];
  return facesOfRef(table, payload.type, [union.name]);
}

function facesOfRef(table: TypeTable, ref: TypeRef, within: readonly string[]): readonly Face[] {
  const type = table.target(ref);
  if (isUnknown(type)) return [];
  if (type.kind === "nullable") return [{ kind: "null" }, ...facesOfRef(table, type.of, within)];
  if (type.kind === "choice") return type.of.flatMap((part) => facesOfRef(table, part, within));
  if (type.kind === "literal") return [{ kind: jsonKind(type), literal: type.value }];
  if (type.kind !== "named") return [{ kind: jsonKind(type) }];
  const declared = table.get(type.name);
  if (declared?.kind === "enum") return [{ kind: declared.base === "string" ? "string" : "number" }];
  if (declared?.kind === "union" && declared.tagging.kind === "untagged" && !within.includes(declared.name)) {
    return declared.variants.flatMap(({ payload }) => {
      if (payload.kind === "type") return facesOfRef(table, payload.type, [...within, declared.name]);
      return facesOf(table, declared, { payload } as Variant);
    });
  }
  return [{ kind: "object", keys: table.properties(type) ?? [] }];
}

function distinct(table: TypeTable, a: Face, b: Face): boolean {
  if (a.kind === "any" || b.kind === "any") return false;
  if (a.kind !== b.kind) return true;
  if (a.literal !== undefined && b.literal !== undefined) return a.literal !== b.literal;
  if (!a.keys || !b.keys) return false;
  return (hasOwn(a.keys, b.keys) && hasOwn(b.keys, a.keys)) || differsInLiteral(table, a.keys, b.keys);
}

/** Whether `mine` requires a key that the other does not know: then no object of the other passes for one of mine. */
function hasOwn(mine: readonly Property[], others: readonly Property[]): boolean {
  return mine.some(({ wire, required }) => required && !others.some((other) => other.wire === wire));
}

function differsInLiteral(table: TypeTable, a: readonly Property[], b: readonly Property[]): boolean {
  return a.some((mine) => {
    const other = b.find(({ wire }) => wire === mine.wire);
    if (!mine.required || !other?.required) return false;
    const [left, right] = [table.target(mine.type), table.target(other.type)];
    return left.kind === "literal" && right.kind === "literal" && left.value !== right.value;
  });
}
