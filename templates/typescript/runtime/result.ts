/** Status, headers and the like of a response. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** First of the service's request-id headers (ERR-3). */
  readonly requestId: string | undefined;
  readonly attempts: number;
  /** Milliseconds from the call's start to its end. */
  readonly elapsed: number;
}

/** A decoded value with the response it came in (RAW-1). */
export interface WithResponse<T> extends ResponseInfo {
  readonly value: T;
}

/** A response whose body nobody has read (RAW-1). */
export interface RawResponse extends ResponseInfo {
  readonly body: ReadableStream<Uint8Array> | null;
  text(): Promise<string>;
  json(): Promise<unknown>;
  bytes(): Promise<Uint8Array>;
}

/** What a call came to: a value or one of its declared errors. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
