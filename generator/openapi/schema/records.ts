import type { Json } from "../../model/described.js";
import type { MemberDeclaration, RecordBody } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { typeDescription } from "../description.js";
import type { Cursor } from "../source/cursor.js";
import { anyJson, named } from "./build.js";
import { isDemand, isEmpty, kindsOf, variantsOf } from "./facts.js";
import { fieldNames } from "./field-names.js";
import { fieldOf } from "./fields.js";
import { itemHint, type Hint } from "./hint.js";
import { shapeOf, type Shape } from "./shape.js";
import { typeOf } from "./type-of.js";

/** An object with fields, under a name of its own. */
export function recordType(cx: Cx, schema: Cursor, hint: Hint): TypeExpression {
  const shape = shapeOf(cx, schema);
  if (!shape || (shape.fields.size === 0 && !shape.extra)) return anyJson(schema);
  return cx.types.declare(schema, [hint.name, `${hint.name}Object`], (name) => ({
    description: typeDescription(schema, hint),
    examples: [],
    body: { kind: "record", ...recordBody(cx, schema, shape, { ...hint, name }) },
  }));
}

/** Included types first, then the fields that none of them brings as they are. */
export function recordBody(cx: Cx, schema: Cursor, shape: Shape, hint: Hint): RecordBody {
  noteMerged(cx, schema);
  const names = fieldNames(shape.fields.keys());
  const covered = new Set<string>();
  const includes = partsOf(cx, schema).flatMap((part) => includeOf(cx, schema, part, { shape, names, covered }));
  const own = [...shape.fields.values()].filter(({ wire }) => !covered.has(wire));
  const fields = own.map((field): MemberDeclaration => fieldOf(cx, field, names.get(field.wire) ?? field.wire, hint));
  const extra = shape.extra && (shape.extra === true ? anyJson(schema) : typeOf(cx, shape.extra, itemHint(hint)));
  return { members: [...includes, ...fields], ...(extra && { extra }), exhaustive: false };
}

function noteMerged(cx: Cx, schema: Cursor): void {
  const variants = variantsOf(cx, schema) ?? [];
  for (const demand of variants.filter(isDemand)) cx.notes.add("constraint-unknown", demand);
  if (variants.some((variant) => !isDemand(variant))) cx.notes.add("merged-intersection", schema);
  for (const key of ["not", "if", "dependentRequired", "dependentSchemas", "minProperties", "maxProperties", "unevaluatedProperties"]) {
    if (schema.has(key)) cx.notes.add("constraint-unknown", schema.get(key) ?? schema);
  }
}

function partsOf(cx: Cx, schema: Cursor): readonly Cursor[] {
  return (schema.get("allOf")?.items() ?? []).flatMap((part) => namedRecord(cx, part) ?? []);
}

/** The object with a name that a part stands for, through other names of it; undefined if it is none. */
export function namedRecord(cx: Cx, part: Cursor): Cursor | undefined {
  const target = cx.refs.follow(part);
  if (!target || cx.types.nameOf(target) === undefined || part.text("$ref") === undefined) return undefined;
  return isRecord(cx, target) ? target : undefined;
}

/** Whether a schema becomes an object with fields. */
export function isRecord(cx: Cx, schema: Cursor): boolean {
  if (schema.has("enum") || schema.has("const") || schema.text("$ref") !== undefined) return false;
  const parts = (schema.get("allOf")?.items() ?? []).filter((part) => !isEmpty(part));
  const variants = (variantsOf(cx, schema) ?? []).filter((variant) => !isDemand(variant));
  const fields = schema.get("properties")?.entries() ?? [];
  if (parts.length > 0) {
    const isAlias = parts.length === 1 && fields.length === 0 && variants.length === 0 && !schema.has("required");
    return !isAlias && shapeOf(cx, schema) !== undefined && !parts.some((part) => hasScalar(cx, part));
  }
  if (variants.length > 0 && !(fields.length > 0)) return false;
  const kinds = kindsOf(schema);
  return fields.length > 0 && kinds.length === 1 && kinds[0] === "object";
}

function hasScalar(cx: Cx, part: Cursor): boolean {
  const target = cx.refs.follow(part);
  return target !== undefined && !target.has("allOf") && kindsOf(target).some((kind) => kind !== "object");
}

interface Whole {
  readonly shape: Shape;
  readonly names: ReadonlyMap<string, string>;
  readonly covered: Set<string>;
}

/** An include, without the fields that are declared otherwise in the whole; none if nothing is left or the two include each other. */
function includeOf(cx: Cx, schema: Cursor, part: Cursor, { shape, names, covered }: Whole): readonly MemberDeclaration[] {
  const name = cx.types.nameOf(part);
  const brought = shapeOf(cx, part);
  if (name === undefined || !brought || reaches(cx, part, schema.value)) return [];
  const theirs = fieldNames(brought.fields.keys());
  const fields = [...brought.fields.values()];
  const kept = fields.filter(({ wire, schema: own, required }) => {
    const field = shape.fields.get(wire);
    return field?.schema.value === own.value && field.required === required && !covered.has(wire) && names.get(wire) === theirs.get(wire);
  });
  if (kept.length === 0) return [];
  for (const { wire } of kept) covered.add(wire);
  const omitted = fields.filter((field) => !kept.includes(field)).map(({ wire }) => theirs.get(wire) ?? wire);
  return [{ kind: "include", type: withoutFields(part, name, omitted) }];
}

/** `Name`, or `Omit<Name, a, b>`. */
export function withoutFields(at: Cursor, name: string, omitted: readonly string[]): TypeExpression {
  const type = named(at, name);
  if (omitted.length === 0) return type;
  const fields = omitted.map((field) => (/^[A-Za-z_]\w*$/.test(field) ? named(at, field) : literalField(at, field)));
  return named(at, "Omit", { args: [type, ...fields] });
}

function literalField(at: Cursor, field: string): TypeExpression {
  return { kind: "literal", value: field, span: at.span };
}

/** Whether the parts of a schema lead back to another one, or further than anybody includes. */
function reaches(cx: Cx, from: Cursor, goal: Json, depth = 0): boolean {
  if (from.value === goal || depth > 20) return true;
  return (from.get("allOf")?.items() ?? []).some((part) => {
    const target = cx.refs.follow(part);
    return target !== undefined && reaches(cx, target, goal, depth + 1);
  });
}
