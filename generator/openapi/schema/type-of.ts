import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { pascal } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { anyJson, listOf, literal, mapOf, named, oneOf, orNull } from "./build.js";
import { countRange } from "./constraints.js";
import { enumType } from "./enums.js";
import { isDemand, isEmpty, isNullable, kindsOf, variantsOf } from "./facts.js";
import { itemHint, type Hint } from "./hint.js";
import { recordType } from "./records.js";
import { scalarType } from "./scalars.js";
import { unionType } from "./unions.js";

/** What a schema is in the schema language. What needs a name is declared under one that its place gives. */
export function typeOf(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const type = bareType(cx, schema, hint);
  return isNullable(cx, schema) ? orNull(schema, type) : type;
}

/** The same without null. */
export function bareType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  if (hint.depth > 60) {
    cx.notes.add("deep-value", schema);
    return anyJson(schema);
  }
  if (!schema.isObject) {
    if (schema.value !== true) cx.notes.add(schema.value === false ? "impossible-schema" : "not-a-schema", schema);
    return anyJson(schema);
  }
  return schema.text("$ref") !== undefined ? referenceType(cx, schema, hint) : writtenType(cx, schema, hint);
}

function referenceType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const target = cx.refs.follow(schema) && cx.refs.step(schema);
  if (!target) return anyJson(schema);
  const name = cx.types.nameOf(target);
  if (name !== undefined) return named(schema, name);
  const place = target.path.filter((step) => !/^(components|schemas|properties|paths|content|schema|responses|parameters|\d)$/.test(step));
  return bareType(cx, target, { ...hint, name: pascal(place.join(" ")), depth: hint.depth + 1 });
}

function writtenType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  if (schema.has("const") || schema.has("enum")) return valuesType(cx, schema, hint);
  const parts = (schema.get("allOf")?.items() ?? []).filter((part) => !isEmpty(part));
  const variants = variantsOf(cx, schema)?.filter((variant) => !isDemand(variant));
  const hasOwn = schema.has("properties") || kindsOf(schema).some((kind) => kind === "object" && schema.has("additionalProperties"));
  const [only, second] = parts;
  if (only && !second && !hasOwn && !variants && !schema.has("required")) return bareType(cx, only, { ...hint, depth: hint.depth + 1 });
  if (only) return intersection(cx, schema, parts, hint);
  if (!variants || variants.length === 0) return plainType(cx, schema, hint);
  const [single, other] = variants;
  if (single && !other && !hasOwn) return bareType(cx, single, { ...hint, depth: hint.depth + 1 });
  return hasOwn ? recordType(cx, schema, hint) : unionType(cx, schema, variants, hint);
}

/** Parts that are no objects: the first that says what kind of value it is. */
function intersection(cx: Cx, schema: Cursor, parts: readonly Cursor[], hint: Hint): TypeExpression {
  const scalar = parts.find((part) => {
    const target = cx.refs.follow(part);
    return target && !target.has("allOf") && kindsOf(target).some((kind) => kind !== "object");
  });
  return scalar ? bareType(cx, scalar, { ...hint, depth: hint.depth + 1 }) : recordType(cx, schema, hint);
}

function valuesType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const value = schema.raw("const");
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return literal(schema, value);
  if (schema.has("const")) return anyJson(schema);
  return enumType(cx, schema, hint);
}

function plainType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const kinds = kindsOf(schema);
  const [kind, second] = kinds;
  if (kind === undefined) {
    if (schema.has("not")) cx.notes.add("constraint-unknown", schema.get("not") ?? schema);
    return anyJson(schema);
  }
  if (second !== undefined) return kindChoice(cx, schema, hint);
  if (kind === "array") return arrayType(cx, schema, hint);
  if (kind === "object") return objectType(cx, schema, hint);
  return scalarType(cx, schema, kind, hint.field);
}

/** `type: [string, integer]`: scalars of several kinds; with objects or lists among them, anything. */
function kindChoice(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const kinds = kindsOf(schema).filter((kind, _, all) => kind !== "integer" || !all.includes("number"));
  const scalars = kinds.flatMap((kind) => (kind === "object" || kind === "array" ? [] : [scalarType(cx, schema, kind, hint.field)]));
  if (scalars.length === kinds.length) return oneOf(schema, scalars);
  cx.notes.add("any-union", schema);
  return anyJson(schema);
}

function arrayType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  if (schema.flag("uniqueItems")) cx.notes.add("unique-items", schema.get("uniqueItems") ?? schema);
  const prefix = schema.get("prefixItems");
  if (prefix) cx.notes.add("any-union", prefix);
  const items = schema.get("items");
  const of = items && !prefix ? typeOf(cx, items, itemHint(hint)) : anyJson(schema);
  return listOf(schema, of, countRange(cx, schema, "minItems", "maxItems"));
}

function objectType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const fields = schema.get("properties")?.entries() ?? [];
  if (fields.length > 0) return recordType(cx, schema, hint);
  for (const key of ["minProperties", "maxProperties", "propertyNames"]) {
    if (schema.has(key)) cx.notes.add("constraint-unknown", schema.get(key) ?? schema);
  }
  const extra = schema.get("additionalProperties");
  const [pattern, second] = schema.get("patternProperties")?.entries() ?? [];
  if (pattern) cx.notes.add("pattern-properties", pattern);
  if (pattern && !second && extra?.isObject !== true) return mapOf(schema, typeOf(cx, pattern, itemHint(hint)));
  if (extra?.isObject && !isEmpty(extra)) return mapOf(schema, typeOf(cx, extra, itemHint(hint)));
  return mapOf(schema, anyJson(schema));
}
