import type { Json } from "../../model/described.js";
import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";
import { isWritable } from "./field-names.js";
import { isDemand, kindsOf, variantsOf } from "./facts.js";

/** A field as an object has it in the end. */
export interface ShapeField {
  readonly wire: string;
  readonly schema: Cursor;
  readonly required: boolean;
}

/** All fields of an object, those of its parts included. */
export interface Shape {
  readonly fields: ReadonlyMap<string, ShapeField>;
  /** The schema of further fields; true if they can be anything. */
  readonly extra?: Cursor | true;
}

/** Parts within parts; deeper ones are somebody's joke. */
const partLimit = 30;

/** What an object consists of, with `allOf` merged; fields of variants are there, too, all of them optional. Undefined if it is no object. */
export function shapeOf(cx: Cx, schema: Cursor, above: readonly Json[] = []): Shape | undefined {
  const target = cx.refs.follow(schema);
  if (!target?.isObject || above.includes(target.value) || above.length > partLimit) return undefined;
  const inside = [...above, target.value];
  const parts = target.get("allOf")?.items() ?? [];
  const own = target.has("properties") || kindsOf(target).includes("object");
  const shapes = parts.flatMap((part) => shapeOf(cx, part, inside) ?? []);
  const variants = variantsOf(cx, target) ?? [];
  const optional = variants.flatMap((variant) => (isDemand(variant) ? [] : (shapeOf(cx, variant, inside) ?? [])));
  if (!own && shapes.length === 0 && optional.length === 0 && !(parts.length > 0 && target.has("required"))) return undefined;
  return merge(shapes, ownShape(cx, target), optional);
}

function ownShape(cx: Cx, schema: Cursor): Shape & { readonly required: ReadonlySet<string> } {
  const listed = schema.raw("required");
  const required = new Set((Array.isArray(listed) ? (listed as readonly Json[]) : []).filter((name) => typeof name === "string"));
  const properties = (schema.get("properties")?.entries() ?? []).filter((property) => {
    if (!isWritable(property.key)) cx.notes.add("name-hidden", property);
    return isWritable(property.key);
  });
  const fields = properties.map((property) => ({ wire: property.key, schema: property, required: required.has(property.key) }));
  const extra = extraOf(schema);
  return { fields: new Map(fields.map((field) => [field.wire, field])), required, ...(extra && { extra }) };
}

/** Further fields that a schema asks for: those that it merely does not forbid do not count. */
export function extraOf(schema: Cursor): Cursor | true | undefined {
  const extra = schema.get("additionalProperties");
  if (extra?.value === true || (extra?.isObject && extra.entries().length === 0)) return true;
  const [pattern] = schema.get("patternProperties")?.entries() ?? [];
  return extra?.isObject ? extra : pattern && true;
}

function merge(parts: readonly Shape[], own: ReturnType<typeof ownShape>, optional: readonly Shape[]): Shape {
  const fields = new Map<string, ShapeField>();
  for (const { fields: found } of [...parts, own]) {
    for (const field of found.values()) {
      const first = fields.get(field.wire);
      fields.set(field.wire, { ...field, required: field.required || first?.required === true });
    }
  }
  for (const { fields: found } of optional) {
    for (const field of found.values()) if (!fields.has(field.wire)) fields.set(field.wire, { ...field, required: false });
  }
  for (const name of own.required) {
    const field = fields.get(name);
    if (field) fields.set(name, { ...field, required: true });
  }
  const extra = [own, ...parts].map((shape) => shape.extra).find((found) => found !== undefined);
  return { fields, ...(extra && { extra }) };
}
