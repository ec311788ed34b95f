import type { Json, Operation, Stream, TypeRef } from "../../model/index.js";
import { exampleValue, variantValues, type Random } from "../../values/index.js";
import type { Clock } from "../clock.js";
import { failure } from "./failure.js";
import { isFields, valueAt } from "../fields.js";
import { jsonText } from "../json-text.js";
import type { Received } from "../request/received.js";
import type { Service } from "../service.js";

/** How a stream ends: as declared, with its error event, or before its end. */
export type Ending = "whole" | "error" | "cut";

export interface StreamAnswer {
  readonly media: string;
  /** Number of events, lines or chunks. */
  readonly count: number;
  /** Bytes as they are sent; `cut` is called where the connection is to break. */
  readonly pieces: (cut: () => void) => AsyncIterable<string>;
}

/** Milliseconds between two events, so that a reader sees them arrive. */
const pause = 15;

/** Whether a request asks for the stream of its operation, and not for one answer. */
export function wantsStream({ stream }: Operation, { body, params }: Received): boolean {
  if (!stream) return false;
  if (!stream.when) return true;
  const { field, equals } = stream.when;
  return [valueAt(body, [field]), params.query[field]].includes(equals);
}

/** The events of a stream: the examples of its type, else one for each variant; each on the wire as its kind wants it. */
export function streamOf(
  service: Service,
  received: Received,
  stream: Stream,
  how: { clock: Clock; random: Random; ending: Ending },
): StreamAnswer {
  const events = eventsOf(service, stream, how.random);
  const written = events.map((event, index) => writeEvent(service, stream, event, index));
  const rest = stream.resume ? written.slice(resumeAt(received)) : written;
  const half = rest.slice(0, Math.ceil(rest.length / 2));
  const tail = how.ending === "error" ? errorEvent(service, received, stream) : ending(stream);
  const pieces = how.ending === "whole" ? [...rest, ...tail] : how.ending === "error" ? [...half, ...tail] : half;
  async function* send(cut: () => void): AsyncGenerator<string> {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await how.clock.sleep(pause);
      yield piece;
    }
    if (how.ending !== "cut") return;
    await how.clock.sleep(pause);
    cut();
  }
  return { media: mediaOf(received.operation, stream), count: pieces.length, pieces: send };
}

function mediaOf({ success }: Operation, { kind }: Stream): string {
  if (kind === "sse") return "text/event-stream";
  const [first] = success;
  const own = first?.content?.kind === "bytes" || first?.content?.kind === "text" ? first.content.media : undefined;
  return own ?? (kind === "jsonl" ? "application/jsonl" : "application/octet-stream");
}

function eventsOf({ table }: Service, { type }: Stream, random: Random): readonly Json[] {
  if (!type) return ["The first bytes, ", "some more, ", "and the last."];
  const use = table.declared(type);
  if (use && use.type.examples.length > 0) return use.type.examples;
  const options = { random: random.for("stream"), optional: true, examples: true };
  if (use?.type.kind === "union" && use.type.tagging.kind !== "untagged")
    return variantValues(table, { type: use.type, bindings: use.bindings }, options);
  return [1, 2, 3].map((index) => exampleValue(table, type, { ...options, random: random.for(`stream ${index}`) }));
}

function writeEvent(service: Service, { kind, type, tag, resume }: Stream, event: Json, index: number): string {
  if (kind === "bytes") return String(event);
  if (kind === "jsonl") return `${jsonText(service.table, type, event)}\n`;
  const named = tag === "event" && type ? splitTag(service, type, event) : { data: jsonText(service.table, type, event) };
  const id = resume ? `id: ${index + 1}\n` : "";
  return `${id}${named.name === undefined ? "" : `event: ${named.name}\n`}data: ${named.data}\n\n`;
}

/** The variant's name is the event's, and what is left of the value its data. */
function splitTag({ table }: Service, type: TypeRef, event: Json): { readonly name?: string; readonly data: string } {
  const union = table.declared(type)?.type;
  if (union?.kind !== "union" || !isFields(event)) return { data: jsonText(table, type, event) };
  const { tagging } = union;
  if (tagging.kind === "external") {
    const [name = "", value = {}] = Object.entries(event).find(([key]) => union.variants.some(({ tag }) => tag === key)) ?? [];
    return { name, data: jsonText(table, table.at(type, [name]), value) };
  }
  if (tagging.kind === "untagged") return { data: jsonText(table, type, event) };
  const { [tagging.tag]: name, ...rest } = event;
  if (tagging.kind === "internal") return { name: String(name), data: jsonText(table, type, rest) };
  const content = rest[tagging.content];
  return { name: String(name), data: content === undefined ? "" : jsonText(table, table.at(type, [tagging.content]), content) };
}

function ending({ end, kind }: Stream): readonly string[] {
  if (end === undefined) return [];
  return [kind === "sse" ? `data: ${end}\n\n` : `${end}\n`];
}

function errorEvent(service: Service, { operation }: Received, { error, kind }: Stream): readonly string[] {
  const { body, type } = failure(service, operation, 500, "the stream failed, because the request preferred it to");
  const text = jsonText(service.table, type, body);
  return kind === "sse" && error !== undefined ? [`event: ${error}\ndata: ${text}\n\n`] : [];
}

/** The number of the event behind which a reader goes on. */
function resumeAt({ headers }: Received): number {
  const last = Number(headers.get("last-event-id") ?? 0);
  return Number.isInteger(last) && last > 0 ? last : 0;
}
