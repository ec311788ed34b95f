import type { Codec } from "../codecs/codec.js";
import { stringifyExact } from "../codecs/exact-json.js";
import { newDraft } from "../request/draft.js";
import type { RecordedRequest } from "./recorded-request.js";

/** What a service answers, in a test. */
export interface ScriptedReply {
  /** 200 unless said otherwise. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  /** A body of JSON, as it is on the wire. */
  readonly json?: unknown;
  /** A body of text; its type is in `headers`. */
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** A body in pieces, each of which is there at once. */
  readonly chunks?: readonly string[];
  /** There is no answer, but a failure with this code: `ECONNREFUSED`, `ECONNRESET`. */
  readonly fails?: string;
  /** There is never an answer: the call ends by a limit or a signal. */
  readonly hangs?: true;
}

/** A reply, or what makes one of a request. */
export type Reply =
  | ScriptedReply
  | Response
  | ((request: RecordedRequest) => ScriptedReply | Response);

/**
 * A reply with what the service would send for `value`: 64-bit integers and bytes are
 * written as `codec`'s type has them on the wire.
 */
export function replyWith<T>(
  codec: Codec<T>,
  value: T,
  reply: ScriptedReply = {},
): ScriptedReply {
  const draft = newDraft(false);
  const text = stringifyExact(codec.run(value, draft));
  const [wrong] = draft.violations;
  if (wrong) throw new TypeError(`${wrong.path || "the value"} ${wrong.rule}`);
  const headers = { "content-type": "application/json", ...reply.headers };
  return { ...reply, headers, text: `${text}` };
}

/** A reply of server-sent events; `data` that is no text becomes JSON. */
export function eventsReply(
  events: readonly { readonly event?: string; readonly data: unknown }[],
  reply: ScriptedReply = {},
): ScriptedReply {
  const chunks = events.map(({ event, data }) => {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    const lines = text.split("\n").map((line) => `data: ${line}\n`);
    return `${event === undefined ? "" : `event: ${event}\n`}${lines.join("")}\n`;
  });
  const headers = { "content-type": "text/event-stream", ...reply.headers };
  return { ...reply, headers, chunks };
}

/** The response that a reply stands for. */
export function responseOf(reply: ScriptedReply): Response {
  const { status = 200, json, text, bytes, chunks } = reply;
  const headers = new Headers(reply.headers);
  if (json !== undefined && !headers.has("content-type"))
    headers.set("content-type", "application/json");
  const written = json === undefined ? undefined : JSON.stringify(json);
  const body = bytes ?? text ?? written ?? (chunks && streamOf(chunks));
  const isEmpty = [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : (body ?? null), { status, headers });
}

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const left = chunks.map((chunk) => new TextEncoder().encode(chunk));
  return new ReadableStream({
    pull(controller) {
      const chunk = left.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}
