import {
  blocks,
  code,
  group,
  hanging,
  indent,
  isEmpty,
  line,
  lines,
  type Code,
  type Field,
  type Record as RecordType,
} from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { indexSignature, intersection } from "../layout/declaration.js";
import { call, object, thunk, type Expression } from "../layout/expression.js";
import { companion, declaredName } from "./companion.js";
import { codecMembers, fields, objectType, spreads, typeMembers } from "./members.js";

/** An object type and its codec. */
export function record(type: RecordType, cx: Context): Code {
  const doc = cx.doc(described(type, cx));
  return blocks([lines([doc, declaration(type, cx)]), companion(type, "ObjectCodec", recordCodec(type, cx), cx)]);
}

/** An interface, or for a file all that is one; with members of unions spread into it, an intersection. */
function declaration(type: RecordType, cx: Context): Code {
  const members = lines([typeMembers(type.members, cx), extraMember(type, cx)]);
  if (isFile(type)) {
    const union = cx.union([cx.runtimeType("FileInput"), objectType(members)]);
    return code`export type ${declaredName(type, cx)} =${group(indent([line, union]))};`;
  }
  const unions = spreads(type.members).map((spread) => cx.type(spread.type));
  if (unions.length === 0) return code`export interface ${declaredName(type, cx)} ${objectType(members)}`;
  const own = isEmpty(members) ? undefined : objectType(members);
  return code`export type ${declaredName(type, cx)} =${hanging(intersection(own, unions))};`;
}

/** An index signature has to admit the declared members, too: where others are any JSON, nothing less than `unknown` does. */
function extraMember(type: RecordType, cx: Context): Code | undefined {
  if (type.extra === undefined) return undefined;
  if (type.extra.kind === "scalar" && type.extra.scalar === "json") return code`${indexSignature(code`unknown`)};`;
  const declared = fields(type.members);
  if (declared.length === 0) return code`${indexSignature(cx.type(type.extra))};`;
  const types = [type.extra, ...declared.map((field: Field) => field.type)];
  return code`${indexSignature(cx.unionOf(types, code`undefined`))};`;
}

/** Whether a program can give a file instead of the object: where the type is only sent. */
export function isFile({ file, travels }: RecordType): boolean {
  return file !== undefined && travels.request && !travels.response;
}

function recordCodec(type: RecordType, cx: Context): Expression {
  const members = thunk(object(codecMembers(type.members, cx)), { isObject: true });
  if (isFile(type)) return call(cx.runtime("embeddedFile"), [{ code: cx.literal({ ...type.file }), kind: "block" }, members]);
  if (type.extra) return call(cx.runtime("extensibleObject"), [members, codec(type.extra, cx)]);
  return call(cx.runtime(type.exhaustive ? "exhaustiveObject" : "object"), [members]);
}
