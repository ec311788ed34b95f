import type { Clock } from "../http/clock.js";
import type { Hooks } from "../hooks/hooks-option.js";
import type { Random } from "../http/random.js";
import type { RetryPolicy } from "../retry/retry-policy.js";
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
  /** How failed attempts are repeated; a number is the number of attempts (RETRY-2). */
  readonly retry?: number | RetryPolicy | undefined;
  /** What to do where a declared rate limit is reached: `wait` unless said otherwise (LIMIT-3). */
  readonly rateLimit?: "wait" | "fail" | "off" | undefined;
  readonly headers?: HeaderValues | undefined;
  /** Appended to the `User-Agent`: `app/1.2`. */
  readonly userAgent?: string | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Used instead of `fetch` altogether. */
  readonly transport?: Transport | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  /** Middleware, observers and logging: see `hooks`. */
  readonly hooks?: Hooks | undefined;
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
  /** How failed attempts are repeated; a number is the number of attempts (RETRY-2). */
  readonly retry?: number | RetryPolicy | undefined;
  /** What to do where a declared rate limit is reached (LIMIT-3). */
  readonly rateLimit?: "wait" | "fail" | "off" | undefined;
  /** Sent instead of a random one by operations that declare a key (RETRY-6). */
  readonly idempotencyKey?: string | undefined;
  /** Ends the call when it aborts (TIME-3). */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: HeaderValues | undefined;
  /** Query parameters that the operation does not declare, written last (ENC-6). */
  readonly extraQuery?: { readonly [name: string]: unknown } | undefined;
  /** Members of an object body that its type does not declare (JSON-5). */
  readonly extraBody?: { readonly [name: string]: unknown } | undefined;
}
