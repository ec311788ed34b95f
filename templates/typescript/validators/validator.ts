import { code, type ChoiceRef, type ListRef, type LiteralRef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { call, inlineArray, literal, name, type Expression } from "../layout/expression.js";
import { scalarValidator } from "./scalar.js";
import { checked, zod } from "./zod.js";

/** The zod schema of a type: what a program may hold of it, which for bytes and 64-bit integers is not what JSON has. */
export function validator(ref: TypeRef, cx: Context): Expression {
  switch (ref.kind) {
    case "scalar":
      return scalarValidator(ref, cx);
    case "parameter":
      return name(cx.parameterValidator(ref.name));
    case "named": {
      const declared = cx.name(cx.named(ref.name), "validator");
      return ref.args.length === 0
        ? name(declared)
        : call(
            declared,
            ref.args.map((arg) => validator(arg, cx)),
          );
    }
    case "literal":
      return zod(code`literal`, cx, literal(cx.literal(ref.value)));
    case "list":
      return list(ref, cx);
    case "map":
      return zod(code`record`, cx, zod(code`string`, cx), validator(ref.of, cx));
    case "nullable":
      return zod(code`nullable`, cx, validator(ref.of, cx));
    case "choice":
      return choice(ref, cx);
  }
}

/** A member: what is not required may be absent. */
export function memberValidator(member: { readonly type: TypeRef; readonly required: boolean }, cx: Context): Expression {
  const own = validator(member.type, cx);
  return member.required ? own : zod(code`exactOptional`, cx, own);
}

function list(ref: ListRef, cx: Context): Expression {
  const { minItems, maxItems } = ref;
  const checks = [
    ...(minItems === undefined ? [] : [zod(code`minLength`, cx, literal(cx.literal(minItems)))]),
    ...(maxItems === undefined ? [] : [zod(code`maxLength`, cx, literal(cx.literal(maxItems)))]),
  ];
  return checked(code`array`, [validator(ref.of, cx)], checks, cx);
}

/** Literals are one enumeration beside the scalars. */
function choice({ of }: ChoiceRef, cx: Context): Expression {
  const literals = of.filter((ref) => ref.kind === "literal");
  const others = of.filter((ref) => ref.kind !== "literal").map((ref) => validator(ref, cx));
  const all = literals.length === 0 ? others : [...others, literalsOf(literals, cx)];
  const [only] = all;
  return only && all.length === 1 ? only : zod(code`union`, cx, inlineArray(all.map((each) => each.code)));
}

function literalsOf(literals: readonly LiteralRef[], cx: Context): Expression {
  const [only, second] = literals.map(({ value }) => value);
  if (only !== undefined && second === undefined) return zod(code`literal`, cx, literal(cx.literal(only)));
  return zod(code`literal`, cx, { code: cx.literal(literals.map(({ value }) => value)), kind: "block" });
}
