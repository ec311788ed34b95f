import type { Clock } from "../http/clock.js";
import type { Timeouts } from "../call/timeouts.js";
import type { Fetch, Transport } from "../http/transport.js";

/** Header values by name; null removes a header (HDR-1). */
export interface HeaderValues {
  readonly [name: string]: string | null;
}

/** Options of every client beside its credentials. */
export interface BaseOptions {
  /** Absolute `http` or `https` URL; paths are appended to it (CFG-3). */
  readonly baseUrl?: string | undefined;
  /** Milliseconds for the whole call, or both limits; 0 is no limit (TIME-1). */
  readonly timeout?: number | Timeouts | undefined;
  readonly headers?: HeaderValues | undefined;
  /** Appended to the `User-Agent`: `app/1.2`. */
  readonly userAgent?: string | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Used instead of `fetch` altogether. */
  readonly transport?: Transport | undefined;
  readonly clock?: Clock | undefined;
  /** Used instead of the process's environment. */
  readonly env?: { readonly [name: string]: string | undefined } | undefined;
  /** Sends credentials over plain `http` to any host, not only to this one (CFG-4). */
  readonly allowInsecure?: boolean | undefined;
  /** Shows long-lived credentials to whoever opens the page (AUTH-5). */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** False: constraints of requests are not checked (JSON-4). */
  readonly checkRequests?: boolean | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Milliseconds for the whole call, or both limits; 0 is no limit (TIME-1). */
  readonly timeout?: number | Timeouts | undefined;
  /** Ends the call when it aborts (TIME-3). */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: HeaderValues | undefined;
  /** Query parameters that the operation does not declare, written last (ENC-6). */
  readonly extraQuery?: { readonly [name: string]: unknown } | undefined;
  /** Members of an object body that its type does not declare (JSON-5). */
  readonly extraBody?: { readonly [name: string]: unknown } | undefined;
}
