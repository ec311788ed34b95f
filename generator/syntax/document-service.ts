import type { Span, Text } from "../source/span.js";
import type { Description } from "./document.js";
import type { TypeExpression } from "./type-expression.js";

export interface ClientDeclaration {
  readonly span: Span;
  readonly name?: Text;
  readonly surface?: { readonly value: "client" | "functions" | "both"; readonly span: Span };
  readonly servers: readonly ServerDeclaration[];
  readonly env?: Text;
  /** Named schemes; a bare `auth: {bearer: api_key}` declares one scheme and requires it. */
  readonly schemes: readonly AuthSchemeDeclaration[];
  readonly auth?: AuthDeclaration;
  readonly timeout?: TimeoutDeclaration;
  readonly retry?: RetryDeclaration;
  readonly limits?: LimitsDeclaration;
  readonly requestId: readonly Text[];
  readonly versionHeader?: { readonly name: Text; readonly value: Text };
  readonly headers: readonly { readonly name: Text; readonly value: Text }[];
  readonly description: Description;
}

export interface ServerDeclaration {
  readonly name: Text;
  readonly url: Text;
  readonly variables: readonly {
    readonly name: Text;
    readonly default: Text;
    readonly values: readonly Text[];
    readonly description: Description;
  }[];
  readonly description: Description;
}

export interface AuthSchemeDeclaration {
  readonly name: Text;
  readonly kind: { readonly value: "bearer" | "header" | "query" | "cookie" | "basic" | "custom"; readonly span: Span };
  readonly credential?: Text;
  readonly wire?: Text;
  readonly description: Description;
}

/** `anyOf` of `allOf` scheme names; an empty list is `auth: none`. */
export interface AuthDeclaration {
  readonly span: Span;
  readonly anyOf: readonly (readonly Text[])[];
}

/** Milliseconds. */
export interface DurationValue {
  readonly value: number;
  readonly span: Span;
}

export interface TimeoutDeclaration {
  readonly span: Span;
  readonly connect?: DurationValue;
  readonly attempt?: DurationValue;
  readonly total?: DurationValue;
  readonly idle?: DurationValue;
}

export interface RetryDeclaration {
  readonly span: Span;
  readonly attempts?: { readonly value: number; readonly span: Span };
  readonly backoff?: { readonly first: number; readonly longest: number; readonly span: Span };
  readonly longestWait?: DurationValue;
  readonly on: readonly { readonly value: number; readonly span: Span }[];
  readonly unsafe?: boolean;
  readonly override?: Text;
  readonly idempotencyKey?: { readonly header: Text; readonly methods: readonly Text[] };
}

/** Bytes. */
export interface LimitsDeclaration {
  readonly response?: { readonly value: number; readonly span: Span };
  readonly event?: { readonly value: number; readonly span: Span };
}

export interface RateLimitDeclaration {
  readonly name: Text;
  readonly key: readonly Text[];
  readonly windows: readonly { readonly count: number; readonly period: number; readonly span: Span }[];
  readonly description: Description;
}

export interface ErrorsDeclaration {
  readonly span: Span;
  readonly body?: TypeExpression;
  readonly message: readonly Text[];
  readonly code: readonly Text[];
  readonly statuses: readonly ErrorDeclaration[];
}

/** `match` as written: `404`, `5xx`, `500..599`, already parsed. */
export interface ErrorDeclaration {
  readonly name: Text;
  readonly match?: { readonly from: number; readonly to: number; readonly span: Span };
  readonly body?: TypeExpression;
  readonly everywhere?: boolean;
  /** Only in an operation: tells several errors of one status apart. */
  readonly when?: { readonly path: Text; readonly value: string | number | boolean };
  readonly description: Description;
}
