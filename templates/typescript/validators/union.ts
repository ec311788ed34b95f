import type { Code, Payload, Union, Variant } from "heddle/template";
import { jsonKind } from "../codecs.js";
import type { Context } from "../context.js";
import { call, inlineArray, literal, object, property, thunk, type Expression } from "../layout/expression.js";
import { required, requiredOf } from "../types/union.js";
import { allOf, membersValidator } from "./object.js";
import { validator } from "./validator.js";

/** The schema of a union: a table of its variants, from which the value at hand chooses one. */
export function unionValidator(type: Union, cx: Context): Expression {
  const { tagging } = type;
  const variants = type.variants.filter((variant) => variant.removed === undefined);
  if (tagging.kind === "untagged") {
    const candidates = inlineArray(
      variants.map((variant) => candidate(variant, cx)),
      { isTable: true },
    );
    return call(cx.zodRuntime("untaggedUnion"), [thunk(candidates, { isObject: false })]);
  }
  const cases = variants.map((variant) => property(cx.key(variant.tag), variantValidator(type, variant, cx)));
  const open = type.open ? [literal(cx.literal("open"))] : [];
  const known = thunk(object(cases), { isObject: true });
  if (tagging.kind === "external") return call(cx.zodRuntime("externalUnion"), [known, ...open]);
  return call(cx.zodRuntime("taggedUnion"), [literal(cx.literal(tagging.tag)), known, ...open]);
}

function variantValidator({ tagging, base }: Union, { payload }: Variant, cx: Context): Expression {
  const members = payload.kind === "fields" ? payload.members : [];
  if (tagging.kind === "external") return payload.kind === "type" ? validator(payload.type, cx) : membersValidator(members, cx);
  if (tagging.kind === "adjacent") return membersValidator(base, cx, contentOf(tagging.content, payload, cx));
  if (payload.kind !== "type") return membersValidator([...base, ...members], cx);
  const content = validator(payload.type, cx);
  return base.length === 0 ? content : allOf([membersValidator(base, cx), content], cx);
}

/** The member that holds the variant. */
function contentOf(key: string, payload: Payload, cx: Context): readonly Code[] {
  if (payload.kind === "empty") return [];
  return [property(cx.key(key), payload.kind === "type" ? validator(payload.type, cx) : membersValidator(payload.members, cx))];
}

/** A variant without a tag: the JSON kind it is known by, its schema, and members that only it must have. */
function candidate({ payload }: Variant, cx: Context): Code {
  const members = payload.kind === "fields" ? payload.members : [];
  const [kind, schema, names] =
    payload.kind === "type"
      ? [jsonKind(payload.type, cx), validator(payload.type, cx), requiredOf(payload.type, cx)]
      : ["object", membersValidator(members, cx), required(members)];
  return inlineArray([cx.literal(kind), schema.code, ...names.map(cx.literal)]).code;
}
