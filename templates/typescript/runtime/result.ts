import type { RateLimit } from "./rate-limit.js";

/** What is known of a response beside its body (RAW-1). */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** First of the service's request-id headers (ERR-3). */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly attempts: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
}

/** A decoded value with the response it came in. */
export interface WithResponse<T> extends ResponseInfo {
  readonly value: T;
}

/** A body that nobody has read yet: read it once, or cancel it. */
export interface RawBody {
  readonly body: ReadableStream<Uint8Array> | null;
  text(): Promise<string>;
  json(): Promise<unknown>;
  bytes(): Promise<Uint8Array>;
}

/** A successful response with its body unread. */
export interface RawResponse extends ResponseInfo, RawBody {}

/** What a call came to: a value, or one of its declared errors. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
