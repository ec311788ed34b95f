import type { Timeouts } from "./operation.js";

/** Sends one request and gives its response; rejects if there is none. */
export type Transport = (request: HttpRequest) => Promise<Response>;

/** A request as it goes out: nothing in it is encoded again (ENC-2). */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
}

/** Where times come from (SEAM-1). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`; rejects as soon as `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Options of every generated client, beside its credentials. */
export interface BaseOptions {
  /** Absolute `http` or `https` URL; paths are appended to it (CFG-3). */
  readonly baseUrl?: string;
  /** Milliseconds: the total limit, or both limits; 0 is no limit (TIME-1). */
  readonly timeout?: number | Timeouts;
  /** Sent with every request; null removes a header (HDR-1). */
  readonly headers?: { readonly [name: string]: string | null };
  /** Appended to the `User-Agent`: `app/1.2`. */
  readonly userAgent?: string;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Used instead of `fetch`. */
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** Used instead of the process's environment. */
  readonly env?: { readonly [name: string]: string | undefined };
  /** Sends credentials over plain `http` to other hosts than this one (CFG-4). */
  readonly allowInsecure?: boolean;
  /** Uses long-lived credentials in a browser (AUTH-5). */
  readonly dangerouslyAllowBrowser?: boolean;
  /** False: constraints of requests are not checked (JSON-4). */
  readonly checkRequests?: boolean;
}

/** Options of one call. */
export interface CallOptions {
  /** Milliseconds: the total limit, or both limits; 0 is no limit. */
  readonly timeout?: number | Timeouts;
  readonly signal?: AbortSignal;
  readonly headers?: { readonly [name: string]: string | null };
  /** Further query parameters, written after the declared ones (ENC-6). */
  readonly extraQuery?: { readonly [name: string]: unknown };
  /** Further members of a JSON object body (JSON-5). */
  readonly extraBody?: { readonly [name: string]: unknown };
}
