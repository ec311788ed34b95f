import { code, type Code, type Operation, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { baseOf, structLiteral } from "../layout/expression.js";

/** `stream: Some(StreamStyle { .. })`. */
export function streamStyle({ stream }: Operation, cx: Context): readonly Code[] {
  if (!stream) return [];
  const style = cx.runtime("StreamStyle");
  const tag = stream.tag === "event" && stream.type ? taggedBy(stream.type, cx) : undefined;
  const fields = [
    ...(tag === undefined ? [] : [code`tag: ${cx.runtime("EventTag")}::Member(${cx.literal(tag)})`]),
    ...(stream.end === undefined ? [] : [code`end: Some(${cx.literal(stream.end)})`]),
    ...(stream.error === undefined ? [] : [code`error: Some(${cx.literal(stream.error)})`]),
  ];
  const base = code`${style}::SSE`;
  return [code`stream: Some(${fields.length === 0 ? base : structLiteral(style, [...fields, baseOf(base)])})`];
}

/** The member that says which variant an event is (SSE-9). */
function taggedBy(ref: TypeRef, cx: Context): string | undefined {
  const type = ref.kind === "named" ? cx.named(ref.name) : undefined;
  if (type?.kind === "alias") return taggedBy(type.type, cx);
  return type?.kind === "union" && type.tagging.kind === "internal" ? type.tagging.tag : undefined;
}
