import { wordsOf } from "../names/words.js";
import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import { named } from "./build.js";
import { numberRange, textConstraint } from "./constraints.js";
import type { SchemaKind } from "./facts.js";

type ScalarKind = Exclude<SchemaKind, "object" | "array">;

const texts: ReadonlyMap<string, readonly [name: string, encoding?: string]> = new Map([
  ["uuid", ["uuid"]],
  ["uri", ["url"]],
  ["url", ["url"]],
  ["date", ["date"]],
  ["date-time", ["datetime"]],
  ["time", ["time"]],
  ["duration", ["duration"]],
  ["byte", ["bytes"]],
  ["base64", ["bytes"]],
  ["base64url", ["bytes", "base64url"]],
  ["binary", ["bytes"]],
  ["decimal", ["decimal"]],
  ["int64", ["int64", "string"]],
  ["uint64", ["uint64", "string"]],
]);

/** A scalar by its kind and format. `name` is what it is called where it stands, which tells counts from ids. */
export function scalarType(cx: Cx, schema: Cursor, kind: ScalarKind, name: string): TypeExpression {
  switch (kind) {
    case "boolean":
      return named(schema, "bool");
    case "string":
      return textType(cx, schema);
    case "integer":
      return integerType(cx, schema, name);
    case "number":
      return numberType(cx, schema, name);
  }
}

function textType(cx: Cx, schema: Cursor): TypeExpression {
  const encoded = schema.text("contentEncoding");
  const format = schema.text("format") ?? (encoded === "base64" || encoded === "base64url" ? encoded : undefined);
  const [name, encoding] = (format !== undefined && texts.get(format)) || ["string"];
  if (name === "string") return named(schema, name, { constraint: textConstraint(cx, schema) });
  for (const key of ["pattern", "minLength", "maxLength"])
    if (schema.has(key)) cx.notes.add("constraint-misplaced", schema.get(key) ?? schema);
  return named(schema, name, encoding === undefined ? {} : { encoding });
}

const small = 2147483648;
const large = Number.MAX_SAFE_INTEGER;

/** Integers without a width hold ids of any size, unless their bounds or their name say that they count something. */
function integerType(cx: Cx, schema: Cursor, name: string): TypeExpression {
  if (schema.has("multipleOf")) cx.notes.add("constraint-unknown", schema.get("multipleOf") ?? schema);
  const format = schema.text("format");
  if (format === "unix-time" || format === "timestamp") return named(schema, "datetime", { encoding: "unix" });
  if (format === "uint64") return named(schema, "uint64", { constraint: numberRange(cx, schema, "integer", [-1, large]) });
  if (format === "uint32") return named(schema, "uint32", { constraint: numberRange(cx, schema, "integer", [-1, 4294967296]) });
  if (isSmall(schema, format, name)) return named(schema, "int32", { constraint: numberRange(cx, schema, "integer", [-small - 1, small]) });
  return named(schema, "int64", { constraint: numberRange(cx, schema, "integer", [-large, large]) });
}

const counting = new Set(
  "limit offset page pages per size count total index position number num port status code width height length depth level order rank year month day days hour hours minute minutes second seconds weeks months years attempts retries version priority percent percentage score max min top skip".split(
    " ",
  ),
);

function isSmall(schema: Cursor, format: string | undefined, name: string): boolean {
  if (format === "int32" || format === "int16" || format === "int8" || format === "uint8" || format === "uint16") return true;
  if (format !== undefined) return false;
  const [min, max] = [schema.number("minimum"), schema.number("maximum")];
  if (max !== undefined) return max < small && (min ?? 0) >= -small;
  return wordsOf(name).some((word) => counting.has(word));
}

function numberType(cx: Cx, schema: Cursor, name: string): TypeExpression {
  const format = schema.text("format");
  if (format === "int32" || format === "int64" || format === "uint32" || format === "uint64") return integerType(cx, schema, name);
  if (schema.has("multipleOf")) cx.notes.add("constraint-unknown", schema.get("multipleOf") ?? schema);
  if (format === "decimal") return named(schema, "decimal", { encoding: "number" });
  return named(schema, format === "float" ? "float32" : "float64", { constraint: numberRange(cx, schema, "decimal") });
}
