import type { Json } from "../../model/described.js";
import type { TypeExpression } from "../../syntax/type-expression.js";

/** Whether a value is surely one of a type, as far as that can be seen without looking up names: scalars, literals and lists of them. */
export function fits(type: TypeExpression, value: Json): boolean {
  switch (type.kind) {
    case "null":
      return value === null;
    case "literal":
      return value === type.value;
    case "union":
      return type.of.some((option) => fits(option, value));
    case "list":
      return Array.isArray(value) && countFits(type.constraint, value.length) && value.every((item: Json) => fits(type.of, item));
    case "map":
      return false;
    case "name":
      return scalarFits(type, value);
  }
}

type Named = Extract<TypeExpression, { kind: "name" }>;

const texts: ReadonlyMap<string, RegExp> = new Map([
  ["uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ["date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/],
  ["datetime", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/],
]);

function scalarFits({ name, encoding, constraint }: Named, value: Json): boolean {
  const kind = name.value;
  if (kind === "json") return true;
  if (kind === "bool") return typeof value === "boolean";
  if (kind === "string") return typeof value === "string" && textFits(constraint, value);
  if (kind === "url") return typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value);
  if (/^u?int(32|64)$/.test(kind) && !encoding) return isWhole(value) && rangeFits(kind, constraint, value);
  if (/^float(32|64)$/.test(kind)) return typeof value === "number" && Number.isFinite(value) && inRange(constraint, value);
  return !encoding && typeof value === "string" && texts.get(kind)?.test(value) === true;
}

function isWhole(value: Json): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

function rangeFits(kind: string, constraint: Named["constraint"], value: number): boolean {
  const least = kind.startsWith("u") ? 0 : kind === "int32" ? -2147483648 : -Infinity;
  const most = kind === "int32" ? 2147483647 : kind === "uint32" ? 4294967295 : Infinity;
  return value >= least && value <= most && inRange(constraint, value);
}

function textFits(constraint: Named["constraint"], value: string): boolean {
  if (/[\p{C}\u2028\u2029]/u.test(value)) return false;
  if (constraint?.pattern && !new RegExp(constraint.pattern.value, "u").test(value)) return false;
  return constraint?.kind !== "range" || countFits(constraint, [...value].length);
}

function countFits(constraint: Named["constraint"], count: number): boolean {
  return inRange(constraint, count);
}

function inRange(constraint: Named["constraint"], value: number): boolean {
  if (constraint?.kind !== "range") return true;
  const { min, max } = constraint;
  return (!min || value >= Number(min.value)) && (!max || value <= Number(max.value));
}
