import type { ConstraintExpression, TypeExpression } from "../../syntax/type-expression.js";
import type { Cursor } from "../source/cursor.js";

interface Extra {
  readonly args?: readonly TypeExpression[];
  readonly constraint?: ConstraintExpression | undefined;
  readonly encoding?: string;
}

/** A scalar, or a type by its name. */
export function named(at: Cursor, name: string, { args = [], constraint, encoding }: Extra = {}): TypeExpression {
  return {
    kind: "name",
    name: at.as(name),
    args,
    ...(constraint && { constraint }),
    ...(encoding !== undefined && { encoding: at.as(encoding) }),
    span: at.span,
  };
}

export function listOf(at: Cursor, of: TypeExpression, constraint?: ConstraintExpression): TypeExpression {
  return { kind: "list", of, ...(constraint && { constraint }), span: at.span };
}

export function mapOf(at: Cursor, of: TypeExpression): TypeExpression {
  return { kind: "map", of, span: at.span };
}

export function literal(at: Cursor, value: string | number | boolean): TypeExpression {
  return { kind: "literal", value, span: at.span };
}

export function anyJson(at: Cursor): TypeExpression {
  return named(at, "json");
}

/** Several types in one, flat and each of them once. */
export function oneOf(at: Cursor, of: readonly TypeExpression[]): TypeExpression {
  const flat = of.flatMap((type) => (type.kind === "union" ? type.of : [type]));
  const [only, second] = flat;
  if (!only) return anyJson(at);
  return !second ? only : { kind: "union", of: flat, span: at.span };
}

/** The type with null; any JSON has it already. */
export function orNull(at: Cursor, type: TypeExpression): TypeExpression {
  if (isAnyJson(type) || allowsNull(type)) return type;
  return oneOf(at, [type, { kind: "null", span: at.span }]);
}

export function allowsNull(type: TypeExpression): boolean {
  return type.kind === "null" || (type.kind === "union" && type.of.some(allowsNull));
}

export function isAnyJson(type: TypeExpression): boolean {
  return type.kind === "name" && type.name.value === "json";
}
