import type { TypeExpression } from "../../syntax/type-expression.js";
import type { FieldDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { typeDescription } from "../description.js";
import type { Cursor } from "../source/cursor.js";
import { anyJson, mapOf, orNull } from "./build.js";
import { isNullable } from "./facts.js";
import { fieldNames } from "./field-names.js";
import { fieldOf, fieldParts } from "./fields.js";
import { fieldHint, type Hint } from "./hint.js";
import { shapeOf, type Shape, type ShapeField } from "./shape.js";
import { unionType } from "./unions.js";

/** Objects that nothing tells apart, as one: it has the fields of all, and requires what all require. */
export function mergedType(cx: Cx, schema: Cursor, variants: readonly Cursor[], hint: Hint): TypeExpression {
  const shapes = variants.flatMap((variant) => shapeOf(cx, variant) ?? []);
  cx.notes.add("merged-union", schema);
  if (shapes.length < variants.length || shapes.every(({ fields }) => fields.size === 0)) return mapOf(schema, anyJson(schema));
  return cx.types.declare(schema, [hint.name, `${hint.name}Object`], (name) => {
    const wires = [...new Set(shapes.flatMap(({ fields }) => [...fields.keys()]))];
    const names = fieldNames(wires);
    const members = wires.map((wire) => mergedField(cx, wire, shapes, names.get(wire) ?? wire, { ...hint, name }));
    const isOpen = shapes.some(({ extra }) => extra !== undefined);
    return {
      description: typeDescription(schema, hint),
      examples: [],
      body: { kind: "record", members, ...(isOpen && { extra: anyJson(schema) }), exhaustive: false },
    };
  });
}

function mergedField(cx: Cx, wire: string, shapes: readonly Shape[], name: string, hint: Hint): FieldDeclaration {
  const found = shapes.flatMap(({ fields }) => fields.get(wire) ?? []);
  const required = found.length === shapes.length && found.every((field) => field.required);
  const [first, ...others] = [...new Map(found.map((field) => [JSON.stringify(field.schema.value), field])).values()];
  if (!first) throw new Error(`no variant has ${wire}`);
  if (others.length === 0) return fieldOf(cx, { ...first, required }, name, hint);
  return differingField(cx, [first, ...others], { name, required }, fieldHint(hint, wire));
}

/** A field that the variants declare in several ways. */
function differingField(
  cx: Cx,
  fields: readonly [ShapeField, ...ShapeField[]],
  { name, required }: { readonly name: string; readonly required: boolean },
  hint: Hint,
): FieldDeclaration {
  const [{ schema, wire }] = fields;
  const schemas = fields.map((field) => field.schema);
  const bare = hint.depth > 40 ? anyJson(schema) : unionType(cx, schema.anew(), schemas, { ...hint, name: `${hint.name}Union` });
  const type = schemas.some((each) => isNullable(cx, each)) ? orNull(schema, bare) : bare;
  const { default: _default, examples: _examples, ...parts } = fieldParts(cx, schema, type);
  return {
    kind: "field",
    ...parts,
    examples: [],
    name: schema.as(name),
    ...(name !== wire && { wire: schema.as(wire) }),
    optional: !required,
  };
}
