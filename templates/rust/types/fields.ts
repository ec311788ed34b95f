import { code, isEmpty, lines, type Code, type Field, type Member, type Spread, type TypeDef, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { callArguments, methodCall, partCall, triedField } from "../layout/expression.js";
import { typedField } from "../layout/statement.js";
import { textType } from "./text-type.js";

/** The members that are still there. */
export function present(members: readonly Member[]): readonly Member[] {
  return members.filter(({ removed }) => removed === undefined);
}

/** Members that a struct has: a constant is only on the wire. */
export function stored(members: readonly Member[]): readonly Member[] {
  return present(members).filter((member) => !isConstant(member));
}

export function isConstant(member: Member): member is Field {
  return member.kind === "field" && member.required && member.type.kind === "literal";
}

export function isRequired(member: Member): member is Field | Spread {
  return member.kind === "spread" || member.required;
}

/** Whether it may be absent and may be null. */
function isNullable(member: Member): boolean {
  return member.kind === "field" && !member.required && member.type.kind === "nullable";
}

/** A member's type in the struct: what may be absent is an `Option`, or a `Nullable` where it may be null, too. */
export function memberType(member: Member, owner: TypeDef, cx: Context): Code {
  const inner = valueType(member, owner, cx);
  if (isRequired(member)) return inner;
  const kind = absence(member, owner, cx);
  return cx.generic(kind === "Option" ? code`Option` : cx.runtime(kind), [inner]);
}

/** What holds a value that may be absent. */
export function absence(member: Member, owner: TypeDef, cx: Context): "Option" | "Nullable" | "Opt" {
  if (isNullable(member)) return "Nullable";
  return cx.options["optional_responses"] === "opt" && !owner.travels.request ? "Opt" : "Option";
}

/** The type of the value where there is one. */
export function valueType(member: Member, owner: TypeDef, cx: Context): Code {
  const ref = bare(member);
  if (cx.holdsFiles(member)) return cx.fileType(ref);
  const type = cx.type(ref);
  return cx.isRecursive(ref, owner) ? cx.generic(code`Box`, [type]) : type;
}

function bare(member: Member): TypeRef {
  return isNullable(member) && member.type.kind === "nullable" ? member.type.of : member.type;
}

/** A field as it is declared, with its documentation. */
export function declared(member: Member, owner: TypeDef, cx: Context, visibility: Code | undefined): Code {
  const words = member.kind === "field" ? valueDoc(member) : member.doc;
  const doc = cx.doc({ ...described(member), doc: words ?? `The field \`${member.name}\`.` });
  const field = typedField(code`${visibility}${cx.name(member)}`, memberType(member, owner, cx), visibility ? 1 : 2);
  return isEmpty(doc) ? field : lines([doc, field]);
}

/** How a member is given to a function, and what it becomes inside. */
export function given(ref: TypeRef, plain: Code, name: Code, cx: Context): { readonly type: Code; readonly value: Code } {
  const isText = textType(ref, cx);
  return isText ? { type: cx.generic(code`impl Into`, [plain]), value: code`${name}.into()` } : { type: plain, value: name };
}

/** Reads each member from `object`, as fields of a struct literal. */
export function readers(members: readonly Member[], cx: Context, from: Code = code`object`): readonly Code[] {
  return spreadsLast(stored(members)).map((member) => {
    const name = cx.name(member);
    if (member.kind === "spread") return code`${name}: ${cx.runtime("Members")}::read(${from})?`;
    return triedField(name, from, member.required ? code`required` : code`optional`, [cx.key(member.wire)]);
  });
}

/** What is spread may keep all that nobody has taken, so the named members are taken first. */
function spreadsLast(members: readonly Member[]): readonly Member[] {
  return [...members.filter(({ kind }) => kind === "field"), ...members.filter(({ kind }) => kind === "spread")];
}

/** The expressions that write each member; `of` is what its value is called. */
export function writers(members: readonly Member[], of: (member: Member) => Code, cx: Context): readonly Code[] {
  return present(members).map((member) => {
    if (member.kind === "spread") return partCall(of(member), code`write`, code`object`);
    if (isConstant(member) && member.type.kind === "literal")
      return methodCall(code`object`, code`required`, [cx.key(member.wire), constant(member.type.value, cx)]);
    if (isSentByDefault(member))
      return methodCall(code`object`, code`defaulted`, [cx.key(member.wire), of(member), cx.key(JSON.stringify(member.default))]);
    return methodCall(code`object`, member.required ? code`required` : code`optional`, [cx.key(member.wire), of(member)]);
  });
}

type Optional = Pick<Field, "required" | "default" | "sendDefault">;

function isSentByDefault({ required, default: value, sendDefault }: Optional): boolean {
  return !required && sendDefault && value !== undefined;
}

/** A value as it is written: the schema's default where it is absent and the schema wants that sent. */
export function defaulted(field: Optional, value: Code, cx: Context): Code {
  if (!isSentByDefault(field)) return value;
  return code`&${cx.runtime("Defaulted")}::new${callArguments([value, cx.key(JSON.stringify(field.default))])}`;
}

function constant(value: string | number | boolean, cx: Context): Code {
  return typeof value === "string" ? cx.literal(value) : code`&${cx.literal(value)}`;
}

/** Expressions as statements. */
export function statements(expressions: readonly Code[]): readonly Code[] {
  return expressions.map((expression) => code`${expression};`);
}
