import { blocks, code, lines, type Code, type Member, type Record as RecordType } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { block, fieldList, fn, implementation } from "../layout/declaration.js";
import { intoField, structLiteral } from "../layout/expression.js";
import { checks } from "./checks.js";
import { absence, declared, given, isRequired, readers, statements, stored, valueType, writers } from "./fields.js";
import { fileRecord } from "./file-record.js";
import { structDebug } from "./secret-debug.js";
import { isFile, textType } from "./text-type.js";

/** An object type: the struct, how it is made, how it is read and written. */
export function record(type: RecordType, cx: Context): Code {
  return blocks([declaration(type, cx), page(type, cx), constructor(type, cx), secretDebug(type, cx), members(type, cx), codec(type, cx)]);
}

function declaration(type: RecordType, cx: Context): Code {
  const doc = cx.doc({ ...described(type), doc: type.doc ?? `The type \`${type.name}\`.` });
  const traits = [code`Clone`, ...(isSecret(type) ? [] : [code`Debug`]), ...(isDefault(type) ? [code`Default`] : []), code`PartialEq`];
  const fields = stored(type.members).map((member) => declared(member, type, cx, code`pub `));
  return lines([
    doc,
    code`#[derive(${traits.map((trait, index) => (index === 0 ? trait : code`, ${trait}`))})]`,
    type.exhaustive ? undefined : code`#[non_exhaustive]`,
    fieldList(code`pub struct ${nameOf(type, cx)}`, [...fields, ...extraField(type, cx)]),
  ]);
}

/** `OffsetPage<T>`. */
export function nameOf(type: RecordType, cx: Context): Code {
  return cx.generic(cx.name(type), type.parameters.map(cx.parameter));
}

function isSecret({ members: all }: RecordType): boolean {
  return all.some((member) => member.kind === "field" && member.secret);
}

function isDefault(type: RecordType): boolean {
  return stored(type.members).every((member) => !isRequired(member));
}

/** What the schema does not name is kept where answers may have it (JSON-7). */
function keepsExtra({ exhaustive, extra, travels }: RecordType): boolean {
  return extra !== undefined || (!exhaustive && travels.response);
}

function extraField(type: RecordType, cx: Context): readonly Code[] {
  if (!keepsExtra(type)) return [];
  if (!type.extra) return [restField(code`pub `, cx)];
  return [lines([cx.doc({ doc: "All other members." }), code`pub extra: ${extraType(type, cx)},`])];
}

/** The field for what no version of the schema has named yet. */
export function restField(visibility: Code | undefined, cx: Context): Code {
  return lines([cx.doc({ doc: "Members that this version does not know." }), code`${visibility}extra: ${restType(cx)},`]);
}

function restType(cx: Context): Code {
  return cx.generic(cx.external("serde_json", "Map"), [code`String`, cx.external("serde_json", "Value")]);
}

function isTypedExtra({ extra }: RecordType): boolean {
  return extra !== undefined && !(extra.kind === "scalar" && extra.scalar === "json");
}

function extraType(type: RecordType, cx: Context): Code {
  if (type.extra && isTypedExtra(type)) return cx.type({ kind: "map", of: type.extra });
  return restType(cx);
}

/** `new`, with an argument for each member that must be there. */
function constructor(type: RecordType, cx: Context): Code {
  const args = stored(type.members)
    .filter(isRequired)
    .map((member) => ({ member, ...given(member.type, valueType(member, type, cx), cx.name(member), cx) }));
  const valueOf = (member: Member): Code => {
    const value = args.find((arg) => arg.member === member)?.value;
    if (value === undefined) return code`${cx.name(member)}: ${empty(member, type, cx)}`;
    return isText(member, cx) ? intoField(cx.name(member), cx.name(member)) : value;
  };
  const fields = [...stored(type.members).map(valueOf), ...(keepsExtra(type) ? [code`extra: ${emptyExtra(type, cx)}`] : [])];
  const doc = cx.doc({ doc: args.length === 0 ? "A value without any member." : "A value of what must be there, and nothing else." });
  const body = fn(
    code`pub fn new`,
    args.map(({ member, type: given }) => code`${cx.name(member)}: ${given}`),
    code`Self`,
    [isDefault(type) ? code`Self::default()` : structLiteral(code`Self`, fields)],
  );
  const parameters = type.parameters.length === 0 ? undefined : cx.generic(code``, type.parameters.map(cx.parameter));
  return block(code`impl${parameters} ${nameOf(type, cx)}`, lines([doc, code`#[must_use]`, body]));
}

/** Whether `new` takes anything that a text can be made of. */
function isText(member: Member, cx: Context): boolean {
  return member.kind === "field" && textType(member.type, cx);
}

function empty(member: Member, type: RecordType, cx: Context): Code {
  const kind = absence(member, type, cx);
  return kind === "Option" ? code`None` : code`${cx.runtime(kind)}::default()`;
}

function emptyExtra(type: RecordType, cx: Context): Code {
  return isTypedExtra(type)
    ? code`${cx.external("std::collections", "BTreeMap")}::new()`
    : code`${cx.external("serde_json", "Map")}::new()`;
}

/** Secrets are not printed (SEC-1). */
function secretDebug(type: RecordType, cx: Context): Code | undefined {
  if (!isSecret(type)) return undefined;
  const fields = stored(type.members).map((member) => ({
    name: cx.name(member),
    text: cx.text(member),
    secret: member.kind === "field" && member.secret,
  }));
  return structDebug(nameOf(type, cx), cx.text(type), fields, cx);
}

/** How the members lie in an object. */
function members(type: RecordType, cx: Context): Code {
  const reads = [
    ...readers(type.members, cx),
    ...(keepsExtra(type) ? [code`extra: object.${isTypedExtra(type) ? code`rest_of()?` : code`rest()`}`] : []),
  ];
  const writes = [
    ...writers(type.members, (member) => (member.kind === "spread" ? code`self.${cx.name(member)}` : code`&self.${cx.name(member)}`), cx),
    ...(keepsExtra(type) ? [code`object.rest(&self.extra)`] : []),
  ];
  const checked = type.travels.request ? checks(type.members, (member) => code`&self.${cx.name(member)}`, cx) : [];
  return implementation(
    cx.runtime("Members"),
    nameOf(type, cx),
    memberFunctions([code`Ok(${structLiteral(code`Self`, reads)})`], statements(writes), statements(checked), cx),
    bounds(type, cx),
  );
}

/** The functions of `Members`. */
export function memberFunctions(read: readonly Code[], write: readonly Code[], check: readonly Code[], cx: Context): Code {
  const result = cx.generic(code`Result`, [code`Self`, cx.runtime("Mismatch")]);
  const reader = code`object: &mut ${cx.runtime("ObjectReader")}<'_, '_>`;
  const writer = code`object: &mut ${cx.runtime("ObjectWriter")}<'_>`;
  return blocks([
    fn(code`fn read`, [reader], result, read),
    fn(code`fn write`, [code`&self`, writer], undefined, write),
    check.length > 0 && fn(code`fn check`, [code`&self`, code`at: &mut ${cx.runtime("Checks")}`], undefined, check),
  ]);
}

/** `<T: Decode + Encode> ` behind `impl`; nothing for a type without parameters. */
function bounds(type: RecordType, cx: Context): Code | undefined {
  if (type.parameters.length === 0) return undefined;
  const bound = code`${cx.runtime("Decode")} + ${cx.runtime("Encode")}`;
  return cx.generic(
    code``,
    type.parameters.map((name) => code`${cx.parameter(name)}: ${bound}`),
  );
}

function codec(type: RecordType, cx: Context): Code {
  return isFile(type) ? fileRecord(type, cx) : code`crate::object_codec!(${nameOf(type, cx)});`;
}

/** What makes a list of a page. */
function page(type: RecordType, cx: Context): Code | undefined {
  const items = type.members.find((member) => member.kind === "field" && member.wire === type.page?.items);
  const [parameter] = type.parameters;
  if (!type.page || !items || items.type.kind !== "list") return undefined;
  const item = cx.type(items.type.of);
  const send = code`Send + 'static`;
  const given =
    parameter === undefined
      ? undefined
      : cx.generic(
          code``,
          type.parameters.map((name) => code`${cx.parameter(name)}: ${send}`),
        );
  return implementation(
    cx.runtime("Page"),
    nameOf(type, cx),
    blocks([
      code`type Item = ${item};`,
      fn(code`fn into_items`, [code`self`], cx.generic(code`Vec`, [code`Self::Item`]), [code`self.${cx.name(items)}`]),
    ]),
    given,
  );
}
