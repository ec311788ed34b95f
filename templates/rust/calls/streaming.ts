import { code, type Code, type Operation, type TypeRef, type Union } from "heddle/template";
import type { Context } from "../context.js";
import { array, baseOf, call, structLiteral } from "../layout/expression.js";

type Stream = NonNullable<Operation["stream"]>;

/** `stream: Some(StreamStyle { .. })`. */
export function streamStyle(operation: Operation, cx: Context): readonly Code[] {
  const { stream } = operation;
  if (!stream) return [];
  const style = cx.runtime("StreamStyle");
  const limit = operation.limits.event ?? cx.model.client.limits.event;
  const fields = [
    ...mediaField(operation, stream, cx),
    ...tagField(stream, cx),
    ...(stream.end === undefined ? [] : [code`end: Some(${cx.literal(stream.end)})`]),
    ...(stream.error === undefined ? [] : [code`error: Some(${cx.literal(stream.error)})`]),
    ...(stream.when ? [code`when: Some(${choice(operation, stream.when, cx)})`] : []),
    ...(stream.resume ? [code`resume: true`] : []),
    ...(limit === undefined ? [] : [code`limit: ${cx.integer(limit)}`]),
  ];
  const base = code`${style}::${{ sse: code`SSE`, jsonl: code`LINES`, bytes: code`BYTES` }[stream.kind]}`;
  return [code`stream: Some(${fields.length === 0 ? base : structLiteral(style, [...fields, baseOf(base)])})`];
}

/** The media type that an operation declares for the bytes that it streams. */
function mediaField({ success }: Operation, { kind, when }: Stream, cx: Context): readonly Code[] {
  const media = kind === "bytes" && !when ? success[0]?.content?.media : undefined;
  return media === undefined || media === "application/octet-stream" ? [] : [code`media: ${cx.literal(media)}`];
}

/** What asks for a stream: a member of the body, or a parameter. */
function choice(operation: Operation, { field, equals }: NonNullable<Stream["when"]>, cx: Context): Code {
  const isParam = operation.params.some((param) => param.in === "query" && param.wire === field);
  const inBody = !isParam || cx.bodyFields(operation).some((each) => each.field.wire === field);
  return structLiteral(cx.runtime("StreamChoice"), [
    code`name: ${cx.literal(field)}`,
    code`equals: ${cx.literal(`${equals}`)}`,
    code`bare: ${cx.literal(typeof equals !== "string")}`,
    code`in_body: ${cx.literal(inBody)}`,
  ]);
}

/** Where the name of an event goes (SSE-9). */
function tagField({ kind, type, tag }: Stream, cx: Context): readonly Code[] {
  if (kind !== "sse" || !type) return [];
  const variant = eventTag(type, tag, cx);
  const known = tag === "event" ? (unionOf(type, cx)?.variants ?? []) : [];
  const names = known.filter(({ removed }) => removed === undefined).map((each) => cx.literal(each.tag));
  return [
    ...(variant ? [code`tag: ${cx.runtime("EventTag")}::${variant}`] : []),
    ...(names.length > 0 ? [code`known: &${array(names)}`] : []),
  ];
}

function eventTag(type: TypeRef, tag: Stream["tag"], cx: Context): Code | undefined {
  if (type.kind === "scalar" && type.scalar === "string" && !type.constraints) return code`Text`;
  const tagging = tag === "event" ? unionOf(type, cx)?.tagging : undefined;
  switch (tagging?.kind) {
    case "internal":
      return call(code`Member`, [cx.literal(tagging.tag)]);
    case "adjacent":
      return call(code`Beside`, [cx.literal(tagging.tag), cx.literal(tagging.content)]);
    case "external":
      return code`Around`;
    default:
      return undefined;
  }
}

function unionOf(ref: TypeRef, cx: Context): Union | undefined {
  const type = ref.kind === "named" ? cx.named(ref.name) : undefined;
  if (type?.kind === "alias") return unionOf(type.type, cx);
  return type?.kind === "union" ? type : undefined;
}
