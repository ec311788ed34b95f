import type { Cx } from "../cx.js";
import type { Cursor } from "../source/cursor.js";
import { isDemand, kindsOf, variantsOf } from "./facts.js";
import { shapeOf } from "./shape.js";

/** One way a value may look in JSON: its kind and, for an object whose fields are known, what is known of them. */
export interface Face {
  readonly kind: "string" | "number" | "boolean" | "object" | "array" | "any";
  readonly keys?: ReadonlyMap<string, Key>;
}

interface Key {
  readonly required: boolean;
  readonly literal?: string | number | boolean;
}

/** How values of a schema may look. */
export function facesOf(cx: Cx, schema: Cursor, depth = 0): readonly Face[] {
  const target = cx.refs.follow(schema);
  if (!target?.isObject || depth > 8) return [{ kind: "any" }];
  const values = target.raw("enum");
  if (Array.isArray(values) || target.has("const")) return [{ kind: valueKind(target) }];
  const variants = (variantsOf(cx, target) ?? []).filter((variant) => !isDemand(variant));
  if (variants.length > 0 && !target.has("properties")) return variants.flatMap((variant) => facesOf(cx, variant, depth + 1));
  const shape = shapeOf(cx, target);
  if (shape) return [shape.fields.size === 0 ? { kind: "object" } : { kind: "object", keys: keysOf(shape.fields.values()) }];
  const parts = target.get("allOf")?.items() ?? [];
  const [only] = parts;
  if (only) return facesOf(cx, only, depth + 1);
  const kinds = kindsOf(target);
  return kinds.length === 0 ? [{ kind: "any" }] : kinds.map((kind) => ({ kind: kind === "integer" ? "number" : kind }));
}

function valueKind(schema: Cursor): Face["kind"] {
  const listed = schema.raw("enum");
  const value = Array.isArray(listed) ? listed.find((each) => each !== null) : schema.raw("const");
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : "any";
}

function keysOf(
  fields: Iterable<{ readonly wire: string; readonly schema: Cursor; readonly required: boolean }>,
): NonNullable<Face["keys"]> {
  return new Map(
    Array.from(fields, ({ wire, schema, required }) => {
      const literal = literalOf(schema);
      return [wire, { required, ...(literal !== undefined && { literal }) }];
    }),
  );
}

/** The only value that a schema written in place has. */
export function literalOf(schema: Cursor): string | number | boolean | undefined {
  const listed = schema.raw("enum");
  const values = Array.isArray(listed) ? listed : [];
  const value: unknown = values.length === 1 ? values[0] : schema.raw("const");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Whether a decoder can tell the two apart: by their kind, by a field that each of them requires alone, or by literals. */
export function distinct(a: Face, b: Face): boolean {
  if (a.kind === "any" || b.kind === "any") return false;
  if (a.kind !== b.kind) return true;
  if (!a.keys || !b.keys) return false;
  return (requiresOwn(a.keys, b.keys) && requiresOwn(b.keys, a.keys)) || differsInLiteral(a.keys, b.keys);
}

function requiresOwn(mine: NonNullable<Face["keys"]>, others: NonNullable<Face["keys"]>): boolean {
  return [...mine].some(([wire, { required }]) => required && !others.has(wire));
}

function differsInLiteral(a: NonNullable<Face["keys"]>, b: NonNullable<Face["keys"]>): boolean {
  return [...a].some(([wire, { required, literal }]) => {
    const other = b.get(wire);
    return required && other?.required === true && literal !== undefined && other.literal !== undefined && literal !== other.literal;
  });
}
