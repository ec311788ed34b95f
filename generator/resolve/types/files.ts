import type { FileFields, Member } from "../../model/types.js";
import type { Scalar } from "../../model/type-ref.js";
import type { Text } from "../../source/span.js";
import type { FileDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { hintFor } from "../hint.js";

/** The fields that `$file` names. A file alone must be enough to fill a value, so all others may be absent. */
export function fileOf(cx: Context, declaration: FileDeclaration, type: string, members: readonly Member[]): FileFields {
  const { data, name, type: media } = declaration;
  const named = [data, name, media].map((text) => text?.value);
  checkField(cx, type, members, data, "bytes");
  for (const text of [name, media]) if (text) checkField(cx, type, members, text, "string");
  for (const member of members) {
    const isSurplus = member.kind === "spread" || (member.required && !named.includes(member.wire));
    if (isSurplus) cx.report.add("HD421", member.origin, { name: member.name, wants: "optional" });
  }
  return { data: data.value, ...(name && { name: name.value }), ...(media && { type: media.value }) };
}

function checkField(cx: Context, type: string, members: readonly Member[], { value, span }: Text, scalar: Scalar): void {
  const fields = members.filter((member) => member.kind === "field");
  const field = fields.find((each) => each.wire === value);
  if (!field) {
    const names = fields.map(({ wire }) => wire);
    cx.report.add("HD315", span, { path: value, type, names }, hintFor(value, names));
    return;
  }
  const ref = field.type.kind === "nullable" ? field.type.of : field.type;
  if (ref.kind !== "scalar" || ref.scalar !== scalar || ref.encoding) cx.report.add("HD421", span, { name: value, wants: `\`${scalar}\`` });
}
