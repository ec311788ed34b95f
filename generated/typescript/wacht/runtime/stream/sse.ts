import { EventParser, type ServerSentEvent } from "./event-parser.js";
import {
  largestFrame,
  unreadable,
  type Resume,
  type StreamOptions,
  type StreamType,
} from "./stream-type.js";

/** What streams of server-sent events can differ in. */
export interface SseOptions extends StreamOptions {
  /** The name of the event that is an error (SSE-11). */
  readonly error?: string;
  /** Connects again where the connection ends (SSE-14). */
  readonly resume?: Resume;
}

/** Makes a value of an event; throws `Mismatch`. */
export type EventReader<T> = (event: ServerSentEvent) => T;

/** A stream of server-sent events, of which `read` makes values (SSE-9). */
export function sse<T>(
  read: EventReader<T>,
  options: SseOptions = {},
): StreamType<T, ServerSentEvent> {
  const limit = options.limit ?? largestFrame;
  return {
    ...options,
    accept: "text/event-stream",
    media: /^text\/event-stream\s*(;|$)/i,
    read: unreadable,
    frames: (emit, lastEventId) => new EventParser(limit, emit, lastEventId),
    decode: read,
  };
}
