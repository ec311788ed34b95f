import type { Json } from "../../model/described.js";
import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";

/** Keys that say something about a value; the others describe, or belong to extensions. */
const meaningful: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "enum",
  "const",
  "allOf",
  "oneOf",
  "anyOf",
  "not",
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "discriminator",
  "contentEncoding",
  "if",
  "then",
  "else",
  "dependentRequired",
  "dependentSchemas",
  "propertyNames",
  "contains",
  "unevaluatedProperties",
]);

/** Keys that hold only for values that are what the schema says otherwise, too. */
const demands: ReadonlySet<string> = new Set([
  "required",
  "not",
  "minProperties",
  "maxProperties",
  "if",
  "then",
  "else",
  "dependentRequired",
]);

export type SchemaKind = "string" | "integer" | "number" | "boolean" | "object" | "array";

const kinds: readonly SchemaKind[] = ["string", "integer", "number", "boolean", "object", "array"];

/** Whether a schema says nothing about its values. */
export function isEmpty(schema: Cursor): boolean {
  return schema.value === true || (schema.isObject && !schema.entries().some(({ key }) => meaningful.has(key)));
}

/** Whether a schema only demands more of what another one describes: `{required: [a]}`. */
export function isDemand(schema: Cursor): boolean {
  const keys = schema.entries().filter(({ key }) => meaningful.has(key));
  const only = (names: ReadonlySet<string>) =>
    keys.every(({ key }) => names.has(key) || (key === "type" && schema.raw("type") === "object"));
  return keys.length > 0 && only(demands);
}

/** The kinds that a schema admits as it says, or as its other keys let guess; null does not count. */
export function kindsOf(schema: Cursor): readonly SchemaKind[] {
  const type = schema.raw("type");
  const written = typeof type === "string" ? [type] : Array.isArray(type) ? type : [];
  const found = kinds.filter((kind) => written.includes(kind));
  return found.length > 0 ? found : guessed(schema);
}

function guessed(schema: Cursor): readonly SchemaKind[] {
  if (schema.has("properties") || schema.has("additionalProperties") || schema.has("patternProperties")) return ["object"];
  if (schema.has("items") || schema.has("prefixItems")) return ["array"];
  if (schema.has("format") || schema.has("pattern") || schema.has("minLength") || schema.has("maxLength")) return ["string"];
  return schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf") ? ["number"] : [];
}

/** The variants of `oneOf` or `anyOf`, without null; undefined if there are none. */
export function variantsOf(cx: Cx, schema: Cursor): readonly Cursor[] | undefined {
  const list = schema.get("oneOf") ?? schema.get("anyOf");
  const all = list?.items() ?? [];
  return all.length === 0 ? undefined : all.filter((variant) => !isNullOnly(cx, variant));
}

/** What a schema says once `$ref`s and `allOf`s of one part are followed. */
export function essenceOf(cx: Cx, schema: Cursor, depth = 0): Cursor | undefined {
  const target = cx.refs.follow(schema);
  const [only, second] = (target?.get("allOf")?.items() ?? []).filter((part) => !isEmpty(part));
  const isWrapper = only && !second && target && kindsOf(target).length === 0 && !target.has("enum") && depth < 20;
  return isWrapper ? essenceOf(cx, only, depth + 1) : target;
}

/** Whether null is the only value. */
export function isNullOnly(cx: Cx, schema: Cursor): boolean {
  const target = cx.refs.follow(schema);
  if (!target?.isObject) return false;
  const type = target.raw("type");
  if (type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null")) return true;
  const values = target.raw("enum");
  return (target.has("const") && target.raw("const") === null) || (Array.isArray(values) && values.length > 0 && values.every(isNull));
}

/** Whether a value may be null. */
export function isNullable(cx: Cx, schema: Cursor, above: readonly Json[] = []): boolean {
  if (schema.flag("nullable")) return true;
  const target = cx.refs.follow(schema);
  if (!target?.isObject || above.includes(target.value)) return false;
  const type = target.raw("type");
  if (target.flag("nullable") || type === "null" || (Array.isArray(type) && type.includes("null"))) return true;
  const values = target.raw("enum");
  if (Array.isArray(values)) return values.some(isNull) && type === undefined;
  const inside = [...above, target.value];
  const all = target.get("allOf")?.items() ?? [];
  if (all.length > 0) return all.every((part) => isNullable(cx, part, inside) || isEmpty(part));
  const variants = (target.get("oneOf") ?? target.get("anyOf"))?.items() ?? [];
  return variants.some((variant) => isNullOnly(cx, variant) || isNullable(cx, variant, inside));
}

function isNull(value: Json): boolean {
  return value === null;
}
