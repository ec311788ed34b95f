import { code, type Call, type Code, type Json, type Operation, type OperationExample, type TypeRef } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { call, inlineObject, literal, name, property, type Expression } from "../layout/expression.js";
import { genericBy, streamChoice, type Generic } from "./stream-choice.js";

/** Whether a call can only be asked for a stream. */
export function onlyStreams({ stream }: Operation): boolean {
  return stream !== undefined && stream.when === undefined;
}

/** What a stream consists of, as a type. */
export function eventType({ stream }: Operation): TypeRef | undefined {
  if (!stream) return undefined;
  return stream.kind === "bytes" ? { kind: "scalar", scalar: "bytes" } : stream.type;
}

/** The generic form of a function whose argument says what it gives; builders and arguments that cannot say it have none. */
export function genericOf(operation: Operation, style: Call, cx: Context): Generic | undefined {
  const choice = streamChoice(operation, cx);
  if (style.style === "builder" || choice?.required === undefined) return undefined;
  const [content] = cx.sentContents(operation);
  if (choice.in === "params") return genericBy(choice, cx.typeName(operation, "params"), cx);
  return content && genericBy(choice, cx.type(content.type), cx);
}

/** `stream: sse(..)`: how the answer becomes a stream. */
export function streamSpec(operation: Operation, cx: Context): readonly Code[] {
  return operation.stream ? [property(code`stream`, streamType(operation, operation.stream, cx))] : [];
}

type Stream = NonNullable<Operation["stream"]>;

function streamType(operation: Operation, stream: Stream, cx: Context): Expression {
  const settings = streamSettings(operation, stream, cx);
  const options = settings.length === 0 ? [] : [inlineObject(settings)];
  if (stream.kind === "bytes" || !stream.type) return call(cx.runtime("byteStream"), [...mediaOf(operation, options, cx), ...options]);
  const read = stream.kind === "sse" ? eventReader(stream.type, stream.tag, cx) : codec(stream.type, cx);
  return call(cx.runtime(stream.kind), [read, ...options]);
}

/** The media type that an operation declares for what it streams. */
function mediaOf(operation: Operation, options: readonly Expression[], cx: Context): readonly Expression[] {
  const media = onlyStreams(operation) ? operation.success[0]?.content?.media : undefined;
  const usual = "application/octet-stream";
  if (media === undefined || media === usual) return options.length === 0 ? [] : [literal(cx.literal(usual))];
  return [literal(cx.literal(media))];
}

function streamSettings(operation: Operation, stream: Stream, cx: Context): readonly Code[] {
  const choice = streamChoice(operation, cx);
  const limit = operation.limits.event ?? cx.model.client.limits.event;
  const text = (key: string, value: Json | undefined): readonly Code[] =>
    value === undefined ? [] : [property(cx.key(key), literal(cx.literal(value)))];
  const asking = choice && [...text("in", choice.in), ...text("name", choice.name), ...text("equals", choice.equals)];
  return [
    ...(asking ? [property(code`when`, inlineObject(asking))] : []),
    ...text("end", stream.end),
    ...text("error", stream.error),
    ...(stream.resume ? [property(code`resume`, name(cx.runtime("reconnecting")))] : []),
    ...text("limit", limit),
  ];
}

/** SSE-9: where the parts of a value are in an event. */
function eventReader(type: TypeRef, tag: Stream["tag"], cx: Context): Expression {
  if (type.kind === "scalar" && type.scalar === "string" && !type.constraints) return name(cx.runtime("asText"));
  const own = codec(type, cx);
  const tagging = tag === "event" ? taggingOf(type, cx) : undefined;
  const keys = (...names: readonly string[]): readonly Expression[] => names.map((each) => literal(cx.literal(each)));
  switch (tagging?.kind) {
    case "internal":
      return call(cx.runtime("byName"), [...keys(tagging.tag), own]);
    case "adjacent":
      return call(cx.runtime("byNameBeside"), [...keys(tagging.tag, tagging.content), own]);
    case "external":
      return call(cx.runtime("byNameAround"), [own]);
    default:
      return call(cx.runtime("byData"), [own]);
  }
}

function taggingOf(ref: TypeRef, cx: Context): Extract<ReturnType<Context["named"]>, { kind: "union" }>["tagging"] | undefined {
  const type = ref.kind === "named" ? cx.named(ref.name) : undefined;
  if (type?.kind === "alias") return taggingOf(type.type, cx);
  return type?.kind === "union" ? type.tagging : undefined;
}

/** Whether the request of an example asks for a stream. */
export function asksForStream(operation: Operation, example: OperationExample, cx: Context): boolean {
  const choice = streamChoice(operation, cx);
  if (!choice) return onlyStreams(operation);
  const values: unknown = choice.in === "params" ? example.query : example.body;
  const [, given] = Object.entries(values ?? {}).find(([key]) => key === choice.name) ?? [];
  return given === choice.equals;
}
