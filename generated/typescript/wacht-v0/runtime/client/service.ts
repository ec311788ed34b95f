import type { AuthRequirement } from "../auth/auth.js";
import type { Codec } from "../codecs/codec.js";
import type { RetryPolicy } from "../retry/retry-policy.js";
import type { Timeouts } from "../call/timeouts.js";

/** What the schema says about the service as a whole. */
export interface Service {
  /** The API's name, for the user agent. */
  readonly name: string;
  /** The package's version, for the user agent. */
  readonly version?: string;
  /** Absent: programs have to give one. */
  readonly baseUrl?: string;
  /** Prefix of the environment variables; absent: the environment is not read. */
  readonly env?: string;
  /** Client options that hold credentials, each with the rest of its variable's name: `{ apiKey: "API_KEY" }`. */
  readonly credentials?: { readonly [option: string]: string };
  readonly auth?: () => AuthRequirement;
  readonly timeout?: Timeouts;
  readonly retry?: RetryPolicy;
  /** Which calls of `request` send an idempotency key, and in which header (RETRY-6). */
  readonly idempotencyKey?: {
    readonly header: string;
    readonly methods: readonly string[];
  };
  /** Sent with every request, a version header for example (UA-2). */
  readonly headers?: { readonly [name: string]: string };
  /** Response headers that hold the request id; the first present wins (ERR-3). */
  readonly requestId?: readonly string[];
  readonly errors?: ServiceErrors;
  /** Names on the wire of members and parameters that are never shown (SEC-2). */
  readonly secrets?: readonly string[];
}

/** How the service says what went wrong. */
export interface ServiceErrors {
  /** Names by status (`404`) or range (`5xx`), for statuses that an operation does not declare. */
  readonly names?: { readonly [status: string]: string };
  /** Type of an error's body. */
  readonly body?: () => Codec<unknown>;
  /** Dotted paths into the body; the first that holds a string is the message (ERR-2). */
  readonly message?: readonly string[];
  /** The same for the code; a number counts as well. */
  readonly code?: readonly string[];
}
