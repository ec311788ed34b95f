import type { Json } from "../../model/described.js";
import type { FieldDeclaration, Value } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import type { Cursor } from "../source/cursor.js";
import { essenceOf } from "./facts.js";
import { fits } from "./fits.js";
import { fieldHint, type Hint } from "./hint.js";
import type { ShapeField } from "./shape.js";
import { typeOf } from "./type-of.js";

/** A field of an object under the name it was given. */
export function fieldOf(cx: Cx, { wire, schema, required }: ShapeField, name: string, hint: Hint): FieldDeclaration {
  const type = typeOf(cx, schema, { ...fieldHint(hint, wire), documented: schema.value });
  return {
    kind: "field",
    ...fieldParts(cx, schema, type),
    name: schema.as(name),
    ...(name !== wire && { wire: schema.as(wire) }),
    optional: !required,
  };
}

/** What fields and parameters take from their schema alike. */
export function fieldParts(cx: Cx, schema: Cursor, type: TypeExpression): Omit<FieldDeclaration, "kind" | "name" | "wire" | "optional"> {
  const target = cx.refs.follow(schema);
  const has = (key: string) => schema.flag(key) || target?.flag(key) === true;
  const written = valueOf(cx, schema, "default", type);
  const isRead = has("readOnly");
  const isWritten = has("writeOnly");
  if (schema.has("xml")) cx.notes.add("xml", schema.get("xml") ?? schema);
  return {
    type,
    ...(written && { default: written }),
    sendDefault: false,
    access: isRead === isWritten ? "both" : isRead ? "readonly" : "writeonly",
    secret: target?.text("format") === "password",
    examples: examplesOf(cx, schema, type),
    description: descriptionOf(schema),
  };
}

/** A default, if it is a value of the type; null says that there is none. */
function valueOf(cx: Cx, schema: Cursor, key: string, type: TypeExpression): Value | undefined {
  const written = schema.get(key);
  if (!written || written.value === null) return undefined;
  if (fits(type, written.value) || isListed(cx, schema, type, written.value)) return { value: written.value, span: written.span };
  cx.notes.add(key === "default" ? "default" : "example", written);
  return undefined;
}

/** Whether a value is one of those of an enum with a name. */
function isListed(cx: Cx, schema: Cursor, type: TypeExpression, value: Json): boolean {
  const values = essenceOf(cx, schema)?.raw("enum");
  const isNamed = type.kind === "name" || (type.kind === "union" && type.of.some((option) => option.kind === "name"));
  return isNamed && Array.isArray(values) && (typeof value === "string" || typeof value === "number") && values.includes(value);
}

/** Examples of scalars and lists of them; one is enough. */
function examplesOf(cx: Cx, schema: Cursor, type: TypeExpression): readonly Value[] {
  const listed = schema.get("examples");
  const first = listed?.items()[0];
  const example = schema.get("example") ?? first;
  if (!example || isTrivial(example.value)) return [];
  if (fits(type, example.value)) return [{ value: example.value, span: example.span }];
  cx.notes.add("example", example);
  return [];
}

/** What an example of these values would say, the type says as well. */
function isTrivial(value: Json): boolean {
  return value === null || value === "" || value === "string" || typeof value === "boolean";
}
