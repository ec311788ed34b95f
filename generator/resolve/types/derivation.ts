import type { Member } from "../../model/types.js";
import type { Text } from "../../source/span.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Context } from "../context.js";
import { shapeOf, type RecordShape } from "./record-shape.js";
import { operators } from "../scope.js";
import { isUnknown, unknownType } from "./unknown-type.js";
import { hintFor } from "../hint.js";

type Named = Extract<TypeExpression, { kind: "name" }>;

/** `Partial<..>`, `Pick<..>` and `Omit<..>` make objects; any other expression only names a type. */
export function derivation(expression: TypeExpression): Named | undefined {
  return expression.kind === "name" && operators.has(expression.name.value) ? expression : undefined;
}

/** The members that `Partial<T>`, `Pick<T, a, b>` or `Omit<T, a, b>` leaves, in the order of `T`. */
export function derivedShape(cx: Context, expression: Named, parameters: ReadonlySet<string>): RecordShape | undefined {
  const [base, ...rest] = expression.args;
  const operator = expression.name.value;
  if (!base || (operator === "Partial") !== (rest.length === 0)) {
    cx.report.add("HD414", expression.span, { operator });
    return undefined;
  }
  const shape = shapeOf(cx, base, parameters);
  if (!shape) return undefined;
  return operator === "Partial" ? partial(cx, expression, shape) : selection(cx, shape, rest, operator === "Pick");
}

function partial(cx: Context, { span }: Named, shape: RecordShape): RecordShape {
  const members = shape.members.map((member): Member => {
    if (member.kind === "field") return { ...member, required: false };
    cx.report.add("HD415", span, { name: member.name }, { related: [{ message: "spread here", span: member.origin }] });
    return member;
  });
  return { ...shape, members };
}

function selection(cx: Context, shape: RecordShape, fields: readonly TypeExpression[], keep: boolean): RecordShape {
  const found = fields.map((expression) => memberNamed(cx, shape, expression));
  const chosen = new Set(found.flat());
  const members = shape.members.filter((member) => chosen.has(member) === keep);
  return { ...shape, members, ...(found.some(({ length }) => length === 0) && { extra: unknownType }) };
}

function memberNamed(cx: Context, shape: RecordShape, expression: TypeExpression): readonly Member[] {
  const wanted = fieldName(expression);
  const found = shape.members.find((member) => member.name === wanted?.value);
  if (!wanted) cx.report.add("HD416", expression.span, {});
  else if (!found && !(shape.extra && isUnknown(shape.extra))) {
    const names = shape.members.map((member) => member.name);
    cx.report.add("HD309", wanted.span, { name: wanted.value, names }, hintFor(wanted.value, names));
  }
  return found ? [found] : [];
}

/** A field is named bare, or in quotes where its name is no word. */
function fieldName(expression: TypeExpression): Text | undefined {
  if (expression.kind === "literal") return { value: String(expression.value), span: expression.span };
  const plain = expression.kind === "name" && expression.args.length === 0 && !expression.constraint && !expression.encoding;
  return plain ? expression.name : undefined;
}
