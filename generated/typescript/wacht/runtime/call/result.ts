/** What is known of a response beside its body (RAW-1). */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** First of the service's request-id headers (ERR-3). */
  readonly requestId: string | undefined;
  readonly attempts: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
}

/** A decoded value with the response it came in. */
export interface WithResponse<T> extends ResponseInfo {
  readonly value: T;
}

/** The same, with the response headers that the schema declares (HDR-4). */
export interface WithTypedHeaders<T, H> extends WithResponse<T> {
  readonly typedHeaders: H;
}

/** A successful response that nobody has read: read `response` once, or cancel its body. */
export interface RawResponse extends ResponseInfo {
  readonly response: Response;
}

/** What a call came to: a value, or one of its declared errors. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T; readonly error?: undefined }
  | { readonly ok: false; readonly error: E; readonly value?: undefined };
