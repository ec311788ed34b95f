import type { Job } from "../call/job.js";
import type { ResponseInfo } from "../call/result.js";
import type { Reader } from "../call/operation.js";

/** A part of a stream as it came: an event, a line, or a piece of bytes. */
export interface Frame {
  readonly data: unknown;
  /** The name of a server-sent event. */
  readonly event?: string;
  /** The last id that a stream of server-sent events has set. */
  readonly id?: string;
}

/** Cuts the bytes of one connection into frames, which it hands to whoever made it. */
export interface FrameReader {
  /** The id behind which a stream that was cut goes on, empty if there is none. */
  readonly lastEventId?: string;
  /** Milliseconds to wait before connecting again, if the stream has said so. */
  readonly retry?: number | undefined;
  /** Takes the next bytes; throws {@link Oversize}. */
  feed(chunk: Uint8Array): void;
  /** There are no more bytes. */
  end?(): void;
}

/** The member of the body, or the parameter, whose value asks for a stream. */
export interface StreamCondition {
  readonly in: "body" | "params";
  readonly name: string;
  readonly equals: string | number | boolean;
}

/** Whether a stream whose connection ended connects again, and when: resolves once it should (SSE-14). `times` counts this one. */
export type Resume = (
  lost: {
    readonly job: Job;
    readonly info: ResponseInfo;
    readonly lastEventId: string;
    /** Milliseconds to wait, if the stream has said so. */
    readonly retry: number | undefined;
  },
  times: number,
  error: unknown,
  signal: AbortSignal,
) => Promise<boolean>;

/** What streams can differ in, whatever they consist of. */
export interface StreamOptions {
  /** Absent: the operation does nothing but stream. */
  readonly when?: StreamCondition;
  /** Data that ends the stream; what comes behind it is not read (SSE-10). */
  readonly end?: string;
  /** The size of the largest part, in characters: 16 Mi unless said otherwise (SSE-12). */
  readonly limit?: number;
}

/** How the answer of an operation becomes a stream. */
export interface StreamType<Event, F extends Frame = Frame>
  extends Reader<never>, StreamOptions {
  /** Which media types it may have; absent: any. */
  readonly media?: RegExp;
  /** The name of the event that is an error (SSE-11). */
  readonly error?: string;
  readonly resume?: Resume;
  frames(emit: (frame: F) => void, lastEventId: string): FrameReader;
  /** Throws `Mismatch`. */
  decode(frame: F): Event;
}

/** What one part of a stream may measure where nobody says otherwise (SSE-12). */
export const largestFrame: number = 16 * 1024 * 1024;

/** A stream is not read as a whole. */
export function unreadable(): Promise<never> {
  return Promise.reject(new TypeError("a stream is read by stream()"));
}
