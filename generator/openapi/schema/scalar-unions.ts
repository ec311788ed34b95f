import type { Json } from "../../model/described.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Cx } from "../cx.js";
import { typeDescription } from "../description.js";
import type { Cursor } from "../source/cursor.js";
import { literal, named, oneOf } from "./build.js";
import { enumBody } from "./enums.js";
import { essenceOf, kindsOf } from "./facts.js";
import type { Hint } from "./hint.js";
import { bareType } from "./type-of.js";

type Kind = "string" | "number" | "boolean";

/** Scalars and enums: a choice by JSON kind. Several texts are an open enum or any text, several numbers the widest of them. */
export function scalarUnion(cx: Cx, schema: Cursor, variants: readonly Cursor[], hint: Hint): TypeExpression {
  const groups = new Map<Kind, Cursor[]>();
  for (const variant of variants) {
    const target = essenceOf(cx, variant) ?? variant;
    for (const kind of scalarKinds(target)) groups.set(kind, [...(groups.get(kind) ?? []), variant]);
  }
  const isAlone = groups.size === 1;
  return oneOf(
    schema,
    [...groups].map(([kind, group]) => groupType(cx, schema, kind, group, hint, isAlone)),
  );
}

function scalarKinds(schema: Cursor): readonly Kind[] {
  const values = listed(schema);
  if (values)
    return [...new Set(values.map((value) => typeof value))].filter((kind) => kind === "string" || kind === "number" || kind === "boolean");
  return [...new Set(kindsOf(schema).map((kind) => (kind === "integer" ? "number" : kind)))].filter(
    (kind) => kind === "string" || kind === "number" || kind === "boolean",
  );
}

function listed(schema: Cursor): readonly Json[] | undefined {
  const values = schema.raw("enum");
  if (Array.isArray(values)) return values as readonly Json[];
  const value = schema.raw("const");
  return value === undefined ? undefined : [value];
}

/** In a choice, enums are what they consist of: a name says nothing about its JSON kind there. */
function groupType(cx: Cx, schema: Cursor, kind: Kind, group: readonly Cursor[], hint: Hint, isAlone: boolean): TypeExpression {
  const targets = group.map((variant) => essenceOf(cx, variant) ?? variant);
  const [only, second] = group;
  if (kind === "boolean") return named(schema, "bool");
  const values = [...new Set(targets.flatMap((target) => listed(target) ?? []))].filter((value) => typeof value === kind);
  const isListed = targets.every((target) => listed(target) !== undefined);
  if (only && !second && (isAlone || !isListed)) return singleType(cx, only, kind, hint);
  if (values.length > 0 && kind === "string" && isAlone)
    return openEnum(
      cx,
      schema,
      values.filter((value) => typeof value === "string"),
      hint,
    );
  if (isListed)
    return oneOf(
      schema,
      values.flatMap((value) => (typeof value === "string" || typeof value === "number" ? [literal(schema, value)] : [])),
    );
  cx.notes.add("wider-union", schema);
  return named(schema, kind === "string" ? "string" : targets.every((target) => kindsOf(target).includes("integer")) ? "int64" : "float64");
}

/** A named type that stands for a scalar is a choice's part only as that scalar. */
function singleType(cx: Cx, variant: Cursor, kind: Kind, hint: Hint): TypeExpression {
  const type = bareType(cx, variant, { ...hint, depth: hint.depth + 1 });
  const target = essenceOf(cx, variant) ?? variant;
  const isPlain = type.kind === "name" && cx.types.nameOf(target) === undefined;
  if (isPlain || listed(target)) return type;
  if (type.kind === "union")
    return (
      type.of.find((option) => option.kind === "name" && isOfKind(option.name.value, kind)) ??
      named(variant, kind === "number" ? "float64" : "string")
    );
  return bareType(cx, target.anew(), { ...hint, depth: hint.depth + 1 });
}

function isOfKind(scalar: string, kind: Kind): boolean {
  return kind === "number" ? /^(u?int|float)/.test(scalar) : kind === "boolean" ? scalar === "bool" : !/^(u?int|float|bool)/.test(scalar);
}

/** `anyOf: [{enum: [a, b]}, {type: string}]` is how OpenAPI writes an enum that may grow. */
function openEnum(cx: Cx, schema: Cursor, values: readonly string[], hint: Hint): TypeExpression {
  return cx.types.declare(schema, [hint.name, `${hint.name}Value`], () => ({
    description: typeDescription(schema, hint),
    examples: [],
    body: enumBody(schema, values, true),
  }));
}
