import type { Enum, EnumValue } from "../../model/types.js";
import type { EnumValueDeclaration, TypeBody } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { checkWireName } from "../names.js";
import { integerBounds } from "./scalar-refs.js";
import { firstAt } from "../scope.js";
import type { Head } from "./types.js";

type EnumBody = Extract<TypeBody, { kind: "enum" }>;
type Base = Enum["base"];

/** Values with their names; every value must be of the base kind, and different from the others. */
export function enumOf(cx: Context, head: Head, body: EnumBody): Enum {
  const base = baseOf(body);
  if (body.values.length === 0) cx.report.add("HD420", head.origin, { name: head.name });
  if (body.openness === "string" && base !== "string") cx.report.add("HD423", body.base?.span ?? head.origin, { name: head.name, base });
  const values = body.values.map((value) => valueOf(cx, value, base));
  checkUnique(cx, body, values);
  return { kind: "enum", ...head, base, values, openness: body.openness };
}

function baseOf({ base }: EnumBody): Base {
  return base?.value === "int32" || base?.value === "int64" ? base.value : "string";
}

function valueOf(cx: Context, { name, value, description }: EnumValueDeclaration, base: Base): EnumValue {
  checkWireName(cx.report, "enum value", name);
  const meant = value?.value ?? name.value;
  if (!fits(meant, base)) cx.report.add("HD422", value?.span ?? name.span, { value: meant, base });
  return { name: name.value, value: meant, ...described(cx, description, name.span) };
}

function fits(value: string | number, base: Base): boolean {
  if (base === "string") return typeof value === "string";
  const bounds = integerBounds(base);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= Number(bounds?.least) && value <= Number(bounds?.most);
}

function checkUnique(cx: Context, body: EnumBody, values: readonly EnumValue[]): void {
  const seen = new Map<string | number, EnumValue>();
  for (const [index, value] of values.entries()) {
    const first = seen.get(value.value);
    const span = body.values[index]?.value?.span ?? value.origin;
    if (first) cx.report.add("HD424", span, { value: value.value }, firstAt(first.origin));
    else seen.set(value.value, value);
  }
}
