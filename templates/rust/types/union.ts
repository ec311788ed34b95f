import { blocks, code, hardline, indent, lines, widthOf, type Code, type Member, type Union, type Variant } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { block, implementation, pattern, remaining, tupleVariant } from "../layout/declaration.js";
import { array, call, callOfCall, hugsClosure, methodCall, okVariant, structLiteral } from "../layout/expression.js";
import { arm, ifLet } from "../layout/statement.js";
import { checks, hasChecks, rules } from "./checks.js";
import { derived } from "./derived.js";
import { declared, readers, statements, stored, writers } from "./fields.js";
import { memberFunctions, restField } from "./record.js";
import { hidesSecrets, unionDebug } from "./union-debug.js";
import { untagged } from "./untagged.js";

/** A union: an enum with a variant for each, and how it lies in an object. */
export function union(type: Union, cx: Context): Code {
  const body =
    type.tagging.kind === "untagged" ? untagged(type, cx) : blocks([members(type, cx), code`crate::object_codec!(${nameOf(type, cx)});`]);
  return blocks([declaration(type, cx), unionDebug(type, cx), body]);
}

export function variantsOf({ variants }: Union): readonly Variant[] {
  return variants.filter(({ removed }) => removed === undefined);
}

/** Whether a variant has fields of its own names, and not one value or nothing. */
export function hasFields({ payload }: Variant, { base }: Union): boolean {
  return payload.kind === "fields" || base.length > 0;
}

export function nameOf(type: Union, cx: Context): Code {
  return cx.generic(cx.name(type), type.parameters.map(cx.parameter));
}

function declaration(type: Union, cx: Context): Code {
  const unknown = lines([cx.doc({ doc: "A variant that this version does not know." }), code`Unknown(${cx.runtime("UnknownVariant")}),`]);
  return lines([
    cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` }),
    derived(hidesSecrets(type) ? ["Clone", "PartialEq"] : ["Clone", "Debug", "PartialEq"]),
    isOpen(type) ? code`#[non_exhaustive]` : undefined,
    block(
      code`pub enum ${nameOf(type, cx)}`,
      lines([...variantsOf(type).map((variant) => declaredVariant(type, variant, cx)), ...(isOpen(type) ? [unknown] : [])]),
    ),
  ]);
}

function declaredVariant(type: Union, variant: Variant, cx: Context): Code {
  const doc = cx.doc({ ...described(variant), doc: variant.doc ?? `The variant \`${variant.name}\`.` });
  const { payload } = variant;
  if (!hasFields(variant, type)) {
    const name = cx.name(variant);
    const held = payload.kind === "type" ? tupleVariant(name, contentType(type, variant, payload.type, cx)) : name;
    return lines([doc, code`${held},`]);
  }
  const grows = type.open && !type.travels.request;
  const fields = [
    ...stored(ownMembers(type, variant)).map((member) => declared(member, type, cx, undefined)),
    ...(keepsRest(variant, type) ? [restField(undefined, cx)] : []),
  ];
  const content =
    payload.kind === "type"
      ? [lines([cx.doc({ doc: "What else there is." }), code`content: ${contentType(type, variant, payload.type, cx)},`])]
      : [];
  return lines([doc, grows ? code`#[non_exhaustive]` : undefined, code`${block(cx.name(variant), lines([...fields, ...content]))},`]);
}

export function contentType(type: Union, variant: Variant, ref: Member["type"], cx: Context): Code {
  if (cx.holdsFiles(variant)) return cx.fileType(ref);
  return cx.isRecursive(ref, type) ? cx.generic(code`Box`, [cx.type(ref)]) : cx.type(ref);
}

/** What the schema does not name is kept where answers may have it (JSON-7), unless the content keeps it. */
export function keepsRest(variant: Variant, type: Union): boolean {
  return type.travels.response && hasFields(variant, type) && variant.payload.kind !== "type";
}

/** The fields of a variant beside its content: those of all variants, and its own. */
export function ownMembers({ base }: Union, { payload }: Variant): readonly Member[] {
  return [...base, ...(payload.kind === "fields" ? payload.members : [])];
}

function members(type: Union, cx: Context): Code {
  const writes = [...variantsOf(type).map((variant) => writeArm(type, variant, cx)), ...unknownWrite(type, cx)];
  return implementation(
    cx.runtime("Members"),
    nameOf(type, cx),
    memberFunctions(reading(type, cx), [block(code`match self`, lines(writes))], checking(type, cx), cx),
  );
}

/** The statements that check what a variant holds (JSON-4). */
export function checking(type: Union, cx: Context): readonly Code[] {
  if (!type.travels.request) return [];
  const arms = variantsOf(type).flatMap((variant) => checkArm(type, variant, cx));
  return checkedArms(arms, arms.length < variantsOf(type).length || isOpen(type));
}

/** Whether there is a variant for what this version does not know. */
function isOpen({ open, tagging }: Union): boolean {
  return open && tagging.kind !== "untagged";
}

/** One variant of several is what `if let` is for. */
function checkedArms(arms: readonly CheckArm[], isPartial: boolean): readonly Code[] {
  const [only] = arms;
  if (!only) return [];
  if (arms.length === 1 && isPartial) return [ifLet(only.pattern, code`self`, only.content, 2)];
  return [
    block(
      code`match self`,
      lines([...arms.map((arm) => block(code`${arm.pattern} =>`, arm.content)), ...(isPartial ? [code`_ => {}`] : [])]),
    ),
  ];
}

function reading(type: Union, cx: Context): readonly Code[] {
  const { tagging } = type;
  if (tagging.kind === "external") return externalReading(type, cx);
  if (tagging.kind === "untagged") return [];
  const tag = cx.key(tagging.tag);
  const arms = variantsOf(type).map((variant) => readArm(type, variant, cx));
  const mismatch = cx.runtime("Mismatch");
  if (!type.open) {
    const known = code`let known = ${array(variantsOf(type).map((variant) => cx.literal(variant.tag)))};`;
    const other = code`other => ${callOfCall(code`Err`, code`${mismatch}::unknown_variant`, [tag, code`other`, code`&known`])},`;
    return [known, block(code`match object.tag(${tag})?.as_str()`, lines([...arms, other]))];
  }
  const unknown = code`_ => Ok(Self::Unknown(${cx.runtime("UnknownVariant")}::read(tag, object))),`;
  return [code`let tag = object.tag(${tag})?;`, block(code`match tag.as_str()`, lines([...arms, unknown]))];
}

/** `"new_message" => Ok(Self::NewMessage { .. }),` */
function readArm(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  if (type.tagging.kind !== "adjacent" || payload.kind !== "fields" || payload.members.length === 0)
    return arm(cx.literal(variant.tag), value(type, variant, cx));
  const inside = code`let content = &mut object.content(${cx.key(type.tagging.content)})?;`;
  const fields = [
    ...readers(type.base, cx),
    ...readers(payload.members, cx, code`content`),
    ...(keepsRest(variant, type) ? [code`extra: content.rest()`] : []),
  ];
  return block(code`${cx.literal(variant.tag)} =>`, lines([inside, code`Ok(${structLiteral(code`Self::${cx.name(variant)}`, fields)})`]));
}

function value(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  const name = code`Self::${cx.name(variant)}`;
  const content =
    type.tagging.kind === "adjacent"
      ? code`object.required(${cx.key(type.tagging.content)})?`
      : code`${cx.runtime("Members")}::read(object)?`;
  if (!hasFields(variant, type)) return payload.kind === "type" ? okVariant(name, content, armColumn(variant, cx)) : code`Ok(${name})`;
  const fields = [
    ...readers(ownMembers(type, variant), cx),
    ...(payload.kind === "type" ? [code`content: ${content}`] : []),
    ...(keepsRest(variant, type) ? [code`extra: object.rest()`] : []),
  ];
  return code`Ok(${structLiteral(name, fields)})`;
}

/** Columns before the value of the arm for a variant's tag. */
function armColumn({ tag }: Variant, cx: Context): number {
  return 3 * 4 + widthOf(code`${cx.literal(tag)} => `);
}

/** The variant is the member that is there. */
function externalReading(type: Union, cx: Context): readonly Code[] {
  const tests = variantsOf(type).map((variant) => {
    const { payload } = variant;
    const key = cx.key(variant.tag);
    if (payload.kind === "type")
      return block(
        code`if object.has(${key})`,
        code`return ${okVariant(code`Self::${cx.name(variant)}`, code`object.required(${key})?`, 19)};`,
      );
    if (payload.kind === "empty") return emptyMember(key, code`return Ok(Self::${cx.name(variant)});`);
    const fields = [...readers(payload.members, cx), ...(keepsRest(variant, type) ? [code`extra: object.rest()`] : [])];
    const found = code`return Ok(${structLiteral(code`Self::${cx.name(variant)}`, fields)});`;
    return ifLet(code`Some(object)`, code`&mut object.inner(${key})`, found, 2, code`?`);
  });
  const unknown = type.open
    ? code`${cx.runtime("UnknownVariant")}::read_member(object).map(Self::Unknown)`
    : code`Err(${cx.runtime("Mismatch")}::new("a known variant", "none"))`;
  const names = variantsOf(type).map((variant) => cx.key(variant.tag));
  const single = names.length > 1 ? [code`object.one_of(&${array(names)})?;`] : [];
  return [...single, ...tests, unknown];
}

/** `if object.inner(key)?.is_some()`, whose chain rustfmt breaks from 60 columns on. */
function emptyMember(key: Code, found: Code): Code {
  const condition = code`object.inner(${key})?.is_some()`;
  if (widthOf(condition) <= 60) return block(code`if ${condition}`, found);
  const chain = code`if object${indent([hardline, code`.inner(${key})?`, hardline, code`.is_some()`])}`;
  return code`${chain}${hardline}{${indent([hardline, found])}${hardline}}`;
}

function writeArm(type: Union, variant: Variant, cx: Context): Code {
  const written = writing(type, variant, cx);
  const [only] = written;
  return only && written.length === 1 && !hasFields(variant, type)
    ? arm(matched(type, variant, cx), only)
    : block(code`${matched(type, variant, cx)} =>`, lines(statements(written)));
}

/** A variant as a pattern that gives its parts their names. */
function matched(type: Union, variant: Variant, cx: Context): Code {
  const { payload } = variant;
  const name = code`Self::${cx.name(variant)}`;
  const content = payload.kind === "type" ? [code`content`] : keepsRest(variant, type) ? [code`extra`] : [];
  if (!hasFields(variant, type)) return content.length > 0 ? code`${name}(content)` : name;
  return pattern(name, [...stored(ownMembers(type, variant)).map((member) => cx.name(member)), ...content]);
}

/** The expressions that write a variant. */
function writing(type: Union, variant: Variant, cx: Context): readonly Code[] {
  const { tagging } = type;
  const { payload } = variant;
  if (tagging.kind === "untagged") return [];
  const rest = keepsRest(variant, type) ? [code`object.rest(extra)`] : [];
  const own = [...(payload.kind === "fields" ? writers(payload.members, (member) => cx.name(member), cx) : []), ...rest];
  if (tagging.kind === "external") return [inMember(cx.key(variant.tag), payload.kind === "type", own)];
  const base = writers(type.base, (member) => cx.name(member), cx);
  const head = [methodCall(code`object`, code`tag`, [cx.key(tagging.tag), cx.literal(variant.tag)]), ...base];
  if (tagging.kind === "internal") return [...head, ...(payload.kind === "type" ? [code`content.write(object)`] : own)];
  return payload.kind === "empty" ? [...head, ...rest] : [...head, inMember(cx.key(tagging.content), payload.kind === "type", own)];
}

/** Writes a member that holds the variant. */
function inMember(key: Code, isContent: boolean, own: readonly Code[]): Code {
  if (isContent) return methodCall(code`object`, code`required`, [key, code`content`]);
  if (own.length === 0) return methodCall(code`object`, code`inner`, [key, code`|_| {}`]);
  const closure = block(code`|object|`, lines(statements(own)));
  return hugsClosure([key, code`|object| {`]) ? code`object.inner(${key}, ${closure})` : call(code`object.inner`, [key, closure]);
}

function unknownWrite({ open, tagging }: Union, cx: Context): readonly Code[] {
  if (!open) return [];
  if (tagging.kind === "external") return [code`Self::Unknown(variant) => variant.write_member(object),`];
  const tag = tagging.kind === "untagged" ? "" : tagging.tag;
  return [code`Self::Unknown(variant) => variant.write(${cx.key(tag)}, object),`];
}

interface CheckArm {
  readonly pattern: Code;
  readonly content: Code;
}

function checkArm(type: Union, variant: Variant, cx: Context): readonly CheckArm[] {
  const { payload } = variant;
  const of = (member: Member): Code => cx.name(member);
  const wire = place(type, variant);
  const own = payload.kind === "fields" ? checks(payload.members, of, cx) : [];
  const inside = wire === "" || own.length === 0 ? own : [within(wire, own, cx)];
  const content = payload.kind === "type" ? rules({ wire, type: payload.type }, code`content`, cx) : [];
  const all = [...checks(type.base, of, cx), ...inside, ...content];
  return all.length === 0 ? [] : [{ pattern: checkedPattern(type, variant, cx), content: lines(statements(all)) }];
}

/** The member that holds a variant's content; none where it lies beside the tag. */
function place({ tagging }: Union, { tag }: Variant): string {
  if (tagging.kind === "external") return tag;
  return tagging.kind === "adjacent" ? tagging.content : "";
}

function within(wire: string, checked: readonly Code[], cx: Context): Code {
  return code`${block(code`at.inside(${cx.key(wire)}, |at|`, lines(statements(checked)))})`;
}

/** The same pattern, with two dots for what has no rules. */
function checkedPattern(type: Union, variant: Variant, cx: Context): Code {
  if (!hasFields(variant, type)) return matched(type, variant, cx);
  const { payload } = variant;
  const ruled = stored(ownMembers(type, variant)).filter((member) => checks([member], (each) => cx.name(each), cx).length > 0);
  const content = payload.kind === "type" && hasChecks(payload.type, cx) ? [code`content`] : [];
  const isWhole =
    !keepsRest(variant, type) &&
    ruled.length + content.length === stored(ownMembers(type, variant)).length + (payload.kind === "type" ? 1 : 0);
  return pattern(code`Self::${cx.name(variant)}`, [...ruled.map((member) => cx.name(member)), ...content, ...(isWhole ? [] : [remaining])]);
}
