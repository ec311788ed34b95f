import type { ConstraintExpression } from "../../syntax/type-expression.js";
import { patternProblem } from "../../syntax/pattern.js";
import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";

/** A range of whole or decimal numbers; `exclusive` bounds of integers are moved by one, those of others are noted. */
export function numberRange(
  cx: Cx,
  schema: Cursor,
  of: "integer" | "decimal",
  limits?: readonly [number, number],
): ConstraintExpression | undefined {
  const min = lower(cx, schema, of);
  const max = upper(cx, schema, of);
  const inside = (value: number | undefined) => value !== undefined && (!limits || (value > limits[0] && value < limits[1]));
  return range(cx, schema, inside(min) ? min : undefined, inside(max) ? max : undefined);
}

function lower(cx: Cx, schema: Cursor, of: "integer" | "decimal"): number | undefined {
  const exclusive = schema.raw("exclusiveMinimum");
  const bound = typeof exclusive === "number" ? exclusive : schema.number("minimum");
  const isExclusive = exclusive === true || typeof exclusive === "number";
  if (isExclusive && of === "decimal") noted(cx, schema, "exclusiveMinimum");
  return bound === undefined ? undefined : of === "integer" ? (isExclusive ? Math.floor(bound) + 1 : Math.ceil(bound)) : bound;
}

function upper(cx: Cx, schema: Cursor, of: "integer" | "decimal"): number | undefined {
  const exclusive = schema.raw("exclusiveMaximum");
  const bound = typeof exclusive === "number" ? exclusive : schema.number("maximum");
  const isExclusive = exclusive === true || typeof exclusive === "number";
  if (isExclusive && of === "decimal") noted(cx, schema, "exclusiveMaximum");
  return bound === undefined ? undefined : of === "integer" ? (isExclusive ? Math.ceil(bound) - 1 : Math.floor(bound)) : bound;
}

function noted(cx: Cx, schema: Cursor, key: string): void {
  cx.notes.add("constraint-unknown", schema.get(key) ?? schema);
}

/** `minLength`, `maxLength` and `pattern` of a string. */
export function textConstraint(cx: Cx, schema: Cursor): ConstraintExpression | undefined {
  const lengths = countRange(cx, schema, "minLength", "maxLength");
  const pattern = patternOf(cx, schema);
  if (!pattern) return lengths;
  return lengths?.kind === "range" ? { ...lengths, pattern } : { kind: "pattern", pattern, span: schema.span };
}

/** A pattern matches anywhere in both languages. */
function patternOf(cx: Cx, schema: Cursor) {
  const pattern = schema.get("pattern");
  if (!pattern) return undefined;
  if (typeof pattern.value === "string" && !patternProblem(pattern.value) && isWritable(pattern.value)) return pattern.as(pattern.value);
  cx.notes.add("pattern", pattern);
  return undefined;
}

/** Whether a pattern stays what it is on its way through YAML and between slashes. */
function isWritable(pattern: string): boolean {
  return !/[\p{C}\u2028\u2029]|\\$/u.test(pattern) && pattern !== "";
}

/** `minItems` and `maxItems`, or lengths; zero as the least says nothing. */
export function countRange(cx: Cx, schema: Cursor, low: string, high: string): ConstraintExpression | undefined {
  const count = (key: string): number | undefined => {
    const value = schema.number(key);
    if (value !== undefined && (!Number.isInteger(value) || value < 0)) noted(cx, schema, key);
    else if (value !== undefined && value <= 4294967295) return value;
    return undefined;
  };
  const min = count(low);
  return range(cx, schema, min === 0 ? undefined : min, count(high));
}

function range(cx: Cx, schema: Cursor, min: number | undefined, max: number | undefined): ConstraintExpression | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (min !== undefined && max !== undefined && min > max) {
    cx.notes.add("impossible-schema", schema);
    return undefined;
  }
  const low = min === undefined ? undefined : plain(min);
  const high = max === undefined ? undefined : plain(max);
  if (low === undefined && high === undefined) return undefined;
  return {
    kind: "range",
    ...(low !== undefined && { min: schema.as(low) }),
    ...(high !== undefined && { max: schema.as(high) }),
    span: schema.span,
  };
}

/** A number without an exponent; undefined where that takes more digits than it has. */
function plain(value: number): string | undefined {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Number.isInteger(value) ? String(BigInt(value)) : undefined;
}
