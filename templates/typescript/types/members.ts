import { code, group, hardline, indent, isEmpty, lines, type Code, type Field, type Member, type Spread } from "heddle/template";
import { codec, memberCodec } from "../codecs.js";
import type { Context } from "../context.js";
import { described, valueDoc } from "../describe.js";
import { call, property } from "../layout/expression.js";

/** Members as an interface or object type lists them. */
export function typeMembers(members: readonly Member[], cx: Context): Code {
  return lines(fields(members).map((field) => [typeMember(field, cx)]));
}

function typeMember(field: Field, cx: Context): Code {
  const doc = cx.doc({ ...described(field, cx), doc: valueDoc(field) });
  const member = code`${cx.typeKey(field.wire)}${field.required ? code`` : code`?`}: ${cx.type(field.type)};`;
  return isEmpty(doc) ? member : lines([doc, member]);
}

/** Members as an object codec lists them. */
export function codecMembers(members: readonly Member[], cx: Context): readonly Code[] {
  return members
    .filter(isEmitted)
    .map((member) =>
      member.kind === "field"
        ? property(cx.key(member.wire), memberCodec(member, cx))
        : property(cx.key(`...${member.name}`), call(cx.runtime("spread"), [codec(member.type, cx)])),
    );
}

/** `{ a: A; b: B }` with a line for each member. */
export function objectType(content: Code): Code {
  return isEmpty(content) ? code`{}` : group([code`{`, indent([hardline, content]), hardline, code`}`]);
}

export function fields(members: readonly Member[]): readonly Field[] {
  return members.filter((member) => member.kind === "field").filter(isEmitted);
}

export function spreads(members: readonly Member[]): readonly Spread[] {
  return members.filter((member) => member.kind === "spread").filter(isEmitted);
}

/** What was removed keeps its name in the schema, and is nowhere in the client. */
function isEmitted(member: Member): boolean {
  return member.removed === undefined;
}
