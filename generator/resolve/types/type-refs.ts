import { scalars, type Scalar, type TypeRef } from "../../model/type-ref.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import { choice } from "./choices.js";
import type { Context } from "../context.js";
import { itemCounts, scalarRef } from "./scalar-refs.js";
import { declaredAt, operators, type Declaration } from "../scope.js";
import { foreignType } from "./foreign-types.js";
import { nullable } from "./substitute.js";
import { unknownType } from "./unknown-type.js";

type Named = Extract<TypeExpression, { kind: "name" }>;

const none: ReadonlySet<string> = new Set();

/** What a type expression means where `parameters` are the type parameters in sight; a finding makes it the unknown type. */
export function typeRef(cx: Context, expression: TypeExpression, parameters: ReadonlySet<string> = none): TypeRef {
  switch (expression.kind) {
    case "name":
      return namedRef(cx, expression, parameters);
    case "list":
      return { kind: "list", of: typeRef(cx, expression.of, parameters), ...itemCounts(cx.report, expression.constraint) };
    case "map":
      return { kind: "map", of: typeRef(cx, expression.of, parameters) };
    case "literal":
      return { kind: "literal", value: expression.value };
    case "null":
      cx.report.add("HD407", expression.span, {});
      return unknownType;
    case "union":
      return unionRef(cx, expression, parameters);
  }
}

function unionRef(cx: Context, { of }: Extract<TypeExpression, { kind: "union" }>, parameters: ReadonlySet<string>): TypeRef {
  const [, secondNull] = of.filter((part) => part.kind === "null");
  const parts = of.filter((part) => part.kind !== "null");
  if (secondNull) cx.report.add("HD409", secondNull.span, { part: "null" });
  const [only, second] = parts;
  if (!only) return unknownType;
  const refs = parts.map((part) => typeRef(cx, part, parameters));
  const inner = second ? choice(cx.report, parts, refs) : (refs[0] ?? unknownType);
  const admitsNull = parts.length < of.length && !(second === undefined && isNullable(cx, only));
  return admitsNull && inner !== unknownType ? nullable(inner) : inner;
}

/** Whether a name is an alias that admits null already: null is one value, however often it is named. */
function isNullable(cx: Context, expression: TypeExpression): boolean {
  const seen = new Set<string>();
  let at = expression;
  while (at.kind === "name" && !seen.has(at.name.value)) {
    seen.add(at.name.value);
    const body = cx.scope.get(at.name.value)?.declaration.body;
    if (body?.kind !== "alias" && body?.kind !== "derived") return false;
    at = body.type;
  }
  return at.kind === "union" && at.of.some((part) => part.kind === "null");
}

function namedRef(cx: Context, expression: Named, parameters: ReadonlySet<string>): TypeRef {
  const { name } = expression;
  const scalar = scalars.find((candidate) => candidate === name.value);
  if (scalar) return plainScalar(cx, scalar, expression);
  const { constraint, encoding } = expression;
  if (constraint) cx.report.add("HD402", constraint.span, { type: name.value, what: constraint.kind });
  if (encoding) cx.report.add("HD401", encoding.span, { scalar: name.value, encoding: encoding.value, legal: [] });
  if (parameters.has(name.value)) {
    if (expression.args.length > 0) cx.report.add("HD308", expression.span, { name: name.value, wants: 0, got: expression.args.length });
    return { kind: "parameter", name: name.value };
  }
  if (operators.has(name.value)) {
    cx.report.add("HD410", expression.span, { operator: name.value });
    return unknownType;
  }
  const declared = lookUp(cx, expression, parameters);
  return declared ? { kind: "named", name: name.value, args: argumentsOf(cx, declared, expression, parameters) } : unknownType;
}

function plainScalar(cx: Context, scalar: Scalar, expression: Named): TypeRef {
  if (expression.args.length > 0) cx.report.add("HD308", expression.span, { name: scalar, wants: 0, got: expression.args.length });
  return scalarRef(cx.report, scalar, expression);
}

/** The declaration of a name; an unknown one is reported with the nearest spelling, and its arguments are still looked at. */
export function lookUp(cx: Context, expression: Named, parameters: ReadonlySet<string>): Declaration | undefined {
  const declared = cx.scope.get(expression.name.value);
  if (!declared) {
    const { value: name, span } = expression.name;
    cx.report.add("HD301", span, { name }, foreignType(name) ?? cx.scope.suggest(name, parameters));
    for (const arg of expression.args) typeRef(cx, arg, parameters);
  }
  return declared;
}

/** The arguments of a generic type, one for each of its parameters. */
export function argumentsOf(
  cx: Context,
  { declaration }: Declaration,
  expression: Named,
  parameters: ReadonlySet<string>,
): readonly TypeRef[] {
  const wants = declaration.parameters.length;
  const args = expression.args.map((arg) => typeRef(cx, arg, parameters));
  if (args.length !== wants) {
    cx.report.add("HD308", expression.span, { name: expression.name.value, wants, got: args.length }, declaredAt(declaration.name.span));
  }
  return declaration.parameters.map((_, index) => args[index] ?? unknownType);
}
