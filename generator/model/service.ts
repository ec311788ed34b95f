import type { Described } from "./described.js";
import type { TypeRef } from "./type-ref.js";

/** The client as people see it: its name, where it connects, who it says it is. */
export interface Client extends Described {
  readonly name: string;
  readonly surface: "client" | "functions" | "both";
  readonly servers: readonly Server[];
  /** Prefix of the environment variables (`WACHT` gives `WACHT_API_KEY`); absent: the environment is not read. */
  readonly env?: string;
  readonly auth: AuthRequirement;
  readonly schemes: readonly AuthScheme[];
  readonly timeout: Timeouts;
  readonly retry: Retry;
  readonly limits: Limits;
  /** Response headers that hold the request id, the first present wins. */
  readonly requestId: readonly string[];
  /** Sent with every request (UA-2), for example `Wacht-Version: v1`. */
  readonly version?: { readonly header: string; readonly value: string };
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface Server extends Described {
  readonly name: string;
  /** Absolute `http` or `https` URL; `{variables}` stand for entries of `variables`. */
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable extends Described {
  readonly name: string;
  readonly default: string;
  readonly values: readonly string[];
}

export interface AuthScheme extends Described {
  readonly name: string;
  readonly kind: "bearer" | "header" | "query" | "cookie" | "basic" | "custom";
  /** Name of the client's setting that holds the credential (`api_key`). */
  readonly credential: string;
  /** Name of the header, query parameter or cookie; `Authorization` for bearer and basic. */
  readonly wire: string;
}

/** Any of these sets of schemes, all of a set together; an empty list needs no credential (AUTH-1). */
export interface AuthRequirement {
  readonly anyOf: readonly { readonly allOf: readonly string[] }[];
}

/** Milliseconds; 0 is "no limit"; absent: inherited. */
export interface Timeouts {
  readonly connect?: number;
  readonly attempt?: number;
  readonly total?: number;
  readonly idle?: number;
}

export interface Retry {
  readonly attempts?: number;
  /** Milliseconds. */
  readonly backoff?: { readonly first: number; readonly longest: number };
  /** Milliseconds; a longer `Retry-After` is not waited for. */
  readonly longestWait?: number;
  /** Statuses repeated beside the usual ones. */
  readonly on?: readonly number[];
  /** Repeat what is not repeatable, too. */
  readonly unsafe?: boolean;
  /** Response header that overrides the decision (RETRY-7). */
  readonly override?: string;
  /** Header of the idempotency key, and the methods that send it. */
  readonly idempotencyKey?: { readonly header: string; readonly methods: readonly string[] };
}

/** Sizes a client refuses to exceed, in bytes. */
export interface Limits {
  readonly response?: number;
  readonly event?: number;
}

/** Rolling windows, all of which hold (LIMIT-1). */
export interface RateLimit extends Described {
  readonly name: string;
  /** First present place wins: `body.user_id`, `credential`. */
  readonly key: readonly string[];
  readonly windows: readonly { readonly count: number; /** Milliseconds. */ readonly period: number }[];
}

/** The service's errors, declared once. */
export interface ErrorTable extends Described {
  readonly module: string;
  readonly body?: TypeRef;
  /** Dotted paths into the body; the first that holds a string wins. */
  readonly message: readonly string[];
  readonly code: readonly string[];
  readonly errors: readonly ErrorDef[];
}

export interface ErrorDef extends Described {
  readonly name: string;
  readonly match: ErrorMatch;
  readonly body?: TypeRef;
  /** Whether every operation can raise it, listed or not. */
  readonly everywhere: boolean;
}

/** One status, or an inclusive range (`5xx` is 500 to 599). */
export type ErrorMatch =
  { readonly kind: "status"; readonly status: number } | { readonly kind: "range"; readonly from: number; readonly to: number };
