import type { VariantDeclaration } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { typeDescription } from "../description.js";
import { snake, wordsOf } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { anyJson, listOf } from "./build.js";
import { distinct, facesOf, type Face } from "./faces.js";
import { isDemand, isEmpty, variantsOf } from "./facts.js";
import type { Hint } from "./hint.js";
import { mergedType } from "./merged.js";
import { isRecord, recordBody } from "./records.js";
import { scalarUnion } from "./scalar-unions.js";
import { shapeOf } from "./shape.js";
import { taggedBody } from "./tagged.js";
import { bareType } from "./type-of.js";
import { VariantNames } from "./variant-names.js";

/** `oneOf` and `anyOf`: a choice of scalars, a union with or without a tag or, where nothing tells the variants apart, an object with the fields of all. */
export function unionType(cx: Cx, schema: Cursor, written: readonly Cursor[], hint: Hint): TypeExpression {
  const variants = flattened(cx, written);
  const faces = variants.map((variant) => facesOf(cx, variant));
  const kinds = new Set(faces.flat().map(({ kind }) => kind));
  if (kinds.has("any") || variants.some(isEmpty)) return anything(cx, schema);
  if (!kinds.has("object") && !kinds.has("array")) return scalarUnion(cx, schema, variants, hint);
  const tagged = kinds.size === 1 ? taggedBody(cx, schema, variants, hint) : undefined;
  if (tagged)
    return cx.types.declare(schema, [hint.name, `${hint.name}Union`], (name) => ({
      description: typeDescription(schema, hint),
      examples: [],
      body: tagged(name),
    }));
  if (areDistinct(faces))
    return untagged(
      cx,
      schema,
      variants.map((variant) => [variant]),
      hint,
    );
  return byKind(cx, schema, variants, faces, hint);
}

/** Unions written in place are part of the union around them. */
function flattened(cx: Cx, variants: readonly Cursor[], depth = 0): readonly Cursor[] {
  return variants.flatMap((variant) => {
    const inner =
      variant.text("$ref") !== undefined || variant.has("properties") || variant.has("allOf") ? undefined : variantsOf(cx, variant);
    return inner && depth < 8
      ? flattened(
          cx,
          inner.filter((each) => !isDemand(each)),
          depth + 1,
        )
      : [variant];
  });
}

function areDistinct(faces: readonly (readonly Face[])[]): boolean {
  return faces.every((mine, index) => faces.slice(0, index).every((others) => others.every((a) => mine.every((b) => distinct(a, b)))));
}

function anything(cx: Cx, schema: Cursor): TypeExpression {
  cx.notes.add("any-union", schema);
  return anyJson(schema);
}

/** Variants of one kind that cannot be told apart become one. */
function byKind(cx: Cx, schema: Cursor, variants: readonly Cursor[], faces: readonly (readonly Face[])[], hint: Hint): TypeExpression {
  const groups = new Map<string, Cursor[]>();
  for (const [index, variant] of variants.entries()) {
    const [kind, second] = new Set((faces[index] ?? []).map((face) => face.kind));
    if (kind === undefined || second !== undefined) return anything(cx, schema);
    groups.set(kind, [...(groups.get(kind) ?? []), variant]);
  }
  const [only, second] = groups;
  return only && !second ? groupType(cx, schema, only[1], hint) : untagged(cx, schema, [...groups.values()], hint);
}

/** Several variants of one JSON kind as one type. */
function groupType(cx: Cx, schema: Cursor, group: readonly Cursor[], hint: Hint): TypeExpression {
  const [only, second] = group;
  if (only && !second) return bareType(cx, only, { ...hint, depth: hint.depth + 1 });
  const [face] = only ? facesOf(cx, only) : [];
  if (face?.kind === "object") return mergedType(cx, schema, group, hint);
  if (face?.kind !== "array") return scalarUnion(cx, schema, group, hint);
  cx.notes.add("wider-union", schema);
  return listOf(schema, anyJson(schema));
}

const kindNames = { string: "text", number: "number", boolean: "flag", object: "object", array: "list", any: "any" } as const;

/** A union whose variants differ in their kind or in their fields. */
function untagged(cx: Cx, schema: Cursor, groups: readonly (readonly Cursor[])[], hint: Hint): TypeExpression {
  return cx.types.declare(schema, [hint.name, `${hint.name}Union`], (name) => {
    const names = new VariantNames(cx, name);
    const variants = groups.map((group): VariantDeclaration => {
      const [first] = group;
      const at = first ?? schema;
      const [face] = facesOf(cx, at);
      const target = cx.refs.follow(at);
      const own = target && cx.types.nameOf(target);
      const title = wordsOf(at.text("title") ?? "");
      const wanted = own === undefined ? (title.length > 0 ? snake(title) : kindNames[face?.kind ?? "any"]) : snake(wordsOf(own));
      const { name: variant, type: typeName } = names.take(wanted);
      const inner = { name: typeName, field: hint.field, depth: hint.depth + 1 };
      if (target && group.length === 1 && own === undefined && isRecord(cx, target))
        return { name: at.as(variant), description: {}, payload: inlineFields(cx, target, inner) };
      const type = groupType(cx, group.length > 1 ? schema.anew() : at, group, inner);
      return { name: at.as(variant), description: {}, payload: { kind: "type", type } };
    });
    return {
      description: typeDescription(schema, hint),
      examples: [],
      body: { kind: "union", placement: { value: "untagged", span: schema.span }, openness: "open", base: [], variants },
    };
  });
}

function inlineFields(cx: Cx, schema: Cursor, hint: Hint): VariantDeclaration["payload"] {
  const shape = shapeOf(cx, schema);
  return { kind: "fields", members: shape ? recordBody(cx, schema, shape, hint).members : [] };
}
