import type { Code, Member, Record as RecordType } from "heddle/template";
import type { Context } from "../context.js";
import { arrow, call, inlineArray, object, property, thunk, type Expression } from "../layout/expression.js";
import { fields, spreads } from "../types/members.js";
import { memberValidator, validator } from "./validator.js";

/** The schema of an object type; the members of a union that is spread into it are checked beside its own. */
export function recordValidator(type: RecordType, cx: Context): Expression {
  return withSpreads(ownMembers(type, cx), type.members, cx);
}

function ownMembers({ members, extra, exhaustive }: RecordType, cx: Context): Expression {
  const own = membersThunk(members, cx);
  if (extra) return call(cx.zodRuntime("extensibleObject"), [own, arrow(validator(extra, cx).code)]);
  return call(cx.zodRuntime(exhaustive ? "exhaustiveObject" : "object"), [own]);
}

/** `object(() => ({ .. }))` around fields, `more` of them, and unions that are spread among them. */
export function membersValidator(members: readonly Member[], cx: Context, more: readonly Code[] = []): Expression {
  return withSpreads(call(cx.zodRuntime("object"), [membersThunk(members, cx, more)]), members, cx);
}

function withSpreads(own: Expression, members: readonly Member[], cx: Context): Expression {
  const unions = spreads(members).map((spread) => validator(spread.type, cx));
  return unions.length === 0 ? own : allOf([own, ...unions], cx);
}

/** Schemas that all hold for the same object. */
export function allOf(schemas: readonly Expression[], cx: Context): Expression {
  return call(cx.zodRuntime("allOf"), [thunk(inlineArray(schemas.map((schema) => schema.code)), { isObject: false })]);
}

function membersThunk(members: readonly Member[], cx: Context, more: readonly Code[] = []): Expression {
  const own = fields(members).map((field) => property(cx.key(field.wire), memberValidator(field, cx)));
  return thunk(object([...own, ...more]), { isObject: true });
}
