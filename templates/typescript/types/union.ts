import {
  blocks,
  code,
  delimited,
  group,
  hanging,
  indent,
  isEmpty,
  line,
  lines,
  type Code,
  type Member,
  type Union,
  type Variant,
} from "heddle/template";
import { candidate, codec } from "../codecs.js";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { indexSignature, intersection, typeParameters } from "../layout/declaration.js";
import { call, inlineArray, literal, object, property, thunk, type Expression } from "../layout/expression.js";
import { companion, declaredName } from "./companion.js";
import { codecMembers, fields, objectType, spreads, typeMembers } from "./members.js";

/** A union: a type for each variant, the union of them, and its codec. */
export function union(type: Union, cx: Context): Code {
  const variants = type.variants.filter((variant) => variant.removed === undefined);
  const members = [...variants.map((variant) => variantName(type, variant, cx)), ...unknownMember(type, cx)];
  const declaration = code`export type ${declaredName(type, cx)} =${group(indent([line, cx.union(members)]))};`;
  return blocks([
    ...variants.map((variant) => variantType(type, variant, cx)),
    lines([cx.doc(described(type, cx)), declaration]),
    companion(type, type.tagging.kind === "untagged" ? "Codec" : "ObjectCodec", unionCodec(type, variants, cx), cx),
  ]);
}

/** A variant that this client does not know is kept as it came. */
function unknownMember({ open, tagging }: Union, cx: Context): readonly Code[] {
  if (!open || tagging.kind === "untagged") return [];
  if (tagging.kind === "external") return [cx.runtimeType("UnknownMember")];
  return [code`${cx.runtimeType("UnknownVariant")}<${cx.literal(tagging.tag)}>`];
}

/** What stands for a variant in the union: a type of its own, or for an untagged one that is declared elsewhere, that. */
function variantName(type: Union, variant: Variant, cx: Context): Code {
  if (type.tagging.kind === "untagged" && variant.payload.kind === "type") return cx.type(variant.payload.type);
  return code`${cx.typeName(variant)}${parametersOf(type, cx)}`;
}

function parametersOf(type: Union, cx: Context): Code | undefined {
  return type.parameters.length === 0
    ? undefined
    : cx.typeArguments(type.parameters.map((parameter) => ({ kind: "parameter", name: parameter })));
}

function variantType(type: Union, variant: Variant, cx: Context): Code | undefined {
  const { tagging } = type;
  const { payload } = variant;
  if (tagging.kind === "untagged" && payload.kind === "type") return undefined;
  const doc = cx.doc(described(variant, cx));
  const heading = code`${cx.typeName(variant)}${declaredParameters(type, cx)}`;
  const tag =
    tagging.kind === "internal" || tagging.kind === "adjacent" ? code`${cx.typeKey(tagging.tag)}: ${cx.literal(variant.tag)};` : undefined;
  const content = contentMember(type, variant, cx);
  if (content) return lines([doc, code`export interface ${heading} ${objectType(lines([tag, typeMembers(type.base, cx), content]))}`]);
  const members = [...type.base, ...(payload.kind === "fields" ? payload.members : [])];
  const own = lines([tag, typeMembers(members, cx)]);
  const others = [...spreads(members).map((spread) => cx.type(spread.type)), ...(payload.kind === "type" ? [cx.type(payload.type)] : [])];
  if (others.length === 0) return lines([doc, code`export interface ${heading} ${objectType(own)}`]);
  return lines([doc, code`export type ${heading} =${hanging(intersection(isEmpty(own) ? undefined : objectType(own), others))};`]);
}

function declaredParameters(type: Union, cx: Context): Code | undefined {
  return typeParameters(type.parameters.map(cx.parameter));
}

/** An object without members. */
const nothing = delimited([indexSignature(code`never`)], {
  open: code`{`,
  close: code`}`,
  separator: code`;`,
  trailing: code`;`,
  spaced: true,
});

/** The member that holds the variant, where that is not the object itself. */
function contentMember({ tagging }: Union, { tag, payload }: Variant, cx: Context): Code | undefined {
  const key = tagging.kind === "adjacent" ? tagging.content : tagging.kind === "external" ? tag : undefined;
  if (key === undefined) return undefined;
  if (payload.kind === "empty") return tagging.kind === "external" ? code`${cx.typeKey(key)}: ${nothing};` : code``;
  return code`${cx.typeKey(key)}: ${payload.kind === "type" ? cx.type(payload.type) : objectType(typeMembers(payload.members, cx))};`;
}

function unionCodec(type: Union, variants: readonly Variant[], cx: Context): Expression {
  const { tagging } = type;
  if (tagging.kind === "untagged") {
    const candidates = variants.map((variant) => untagged(variant, cx));
    return call(cx.runtime("untaggedUnion"), [thunk(inlineArray(candidates, { isTable: true }), { isObject: false })]);
  }
  const cases = variants.map((variant) => property(cx.key(variant.tag), variantCodec(type, variant, cx)));
  const open = type.open ? [literal(cx.literal("open"))] : [];
  const known = thunk(object(cases), { isObject: true });
  if (tagging.kind === "external") return call(cx.runtime("externalUnion"), [known, ...open]);
  return call(cx.runtime("taggedUnion"), [literal(cx.literal(tagging.tag)), known, ...open]);
}

function untagged({ payload }: Variant, cx: Context): Code {
  if (payload.kind === "type") return candidate(payload.type, cx, requiredOf(payload.type, cx));
  const members = payload.kind === "fields" ? payload.members : [];
  return inlineArray([cx.literal("object"), objectCodec(members, cx).code, ...required(members).map(cx.literal)]).code;
}

/** The members that tell one untagged object from another. */
export function requiredOf(ref: Parameters<typeof codec>[0], cx: Context): readonly string[] {
  const type = ref.kind === "named" ? cx.named(ref.name) : undefined;
  if (type?.kind === "alias") return requiredOf(type.type, cx);
  return type?.kind === "record" ? required(type.members) : [];
}

/** The names of the members that an object must have. */
export function required(members: readonly Member[]): readonly string[] {
  return fields(members)
    .filter((field) => field.required)
    .map((field) => field.wire);
}

function variantCodec({ tagging, base }: Union, { payload }: Variant, cx: Context): Expression {
  const content = payload.kind === "type" ? codec(payload.type, cx) : objectCodec(payload.kind === "fields" ? payload.members : [], cx);
  if (tagging.kind === "external") return content;
  if (tagging.kind === "adjacent") {
    const members = [...codecMembers(base, cx), ...(payload.kind === "empty" ? [] : [property(cx.key(tagging.content), content)])];
    return call(cx.runtime("object"), [thunk(object(members), { isObject: true })]);
  }
  if (payload.kind === "type" && base.length === 0) return content;
  if (payload.kind !== "type") return objectCodec([...base, ...(payload.kind === "fields" ? payload.members : [])], cx);
  const spread = property(cx.key("..."), call(cx.runtime("spread"), [content]));
  return call(cx.runtime("object"), [thunk(object([...codecMembers(base, cx), spread]), { isObject: true })]);
}

function objectCodec(members: readonly Member[], cx: Context): Expression {
  return call(cx.runtime("object"), [thunk(object(codecMembers(members, cx)), { isObject: true })]);
}
