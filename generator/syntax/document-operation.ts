import type { Span, Text } from "../source/span.js";
import type { AuthDeclaration, ErrorDeclaration, LimitsDeclaration, RetryDeclaration, TimeoutDeclaration } from "./document-service.js";
import type { Description, FieldDeclaration, Value } from "./document.js";
import type { TypeExpression } from "./type-expression.js";

export interface ResourceDeclaration {
  readonly name: Text;
  /** Path prefix. */
  readonly at?: Text;
  readonly description: Description;
  readonly operations: readonly OperationDeclaration[];
  readonly resources: readonly ResourceDeclaration[];
}

export interface OperationDeclaration {
  readonly name: Text;
  readonly description: Description;
  /** `GET`, `PATCH /{id}`: method, and the path with the place of each parameter's name. */
  readonly http: { readonly method: Text; readonly path: readonly PathPiece[]; readonly span: Span };
  readonly params: readonly ParamDeclaration[];
  readonly body?: BodyDeclaration;
  readonly success: readonly SuccessDeclaration[];
  readonly errors?: { readonly span: Span; readonly closed: boolean; readonly cases: readonly ErrorDeclaration[] };
  readonly auth?: AuthDeclaration;
  readonly rateLimit?: Text;
  readonly limits?: LimitsDeclaration;
  readonly timeout?: TimeoutDeclaration;
  readonly retry?: RetryDeclaration;
  readonly idempotent: boolean;
  readonly stream?: StreamDeclaration;
  readonly calls: readonly CallDeclaration[];
  readonly examples: readonly ExampleDeclaration[];
  readonly template?: Text;
}

export type PathPiece = { readonly kind: "text"; readonly text: Text } | { readonly kind: "param"; readonly name: Text };

/** A field in `path`, `query`, `headers` or `cookies`, with how it is written. */
export interface ParamDeclaration extends Omit<FieldDeclaration, "kind"> {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly list?: Text;
  readonly object?: Text;
  readonly null?: Text;
  readonly segments: boolean;
}

export interface BodyDeclaration {
  readonly span: Span;
  readonly optional: boolean;
  readonly contents: readonly ContentDeclaration[];
}

/** `media` absent: the kind's own; `type` absent for bytes and text. */
export interface ContentDeclaration {
  readonly kind: { readonly value: "json" | "form" | "multipart" | "text" | "bytes"; readonly span: Span };
  readonly media?: Text;
  readonly type?: TypeExpression;
}

export interface SuccessDeclaration {
  readonly status?: { readonly value: number; readonly span: Span };
  /** Absent: returns nothing. */
  readonly content?: ContentDeclaration;
  /** Further media types of the same answer. */
  readonly alternatives?: readonly ContentDeclaration[];
  readonly headers: readonly Omit<ParamDeclaration, "in">[];
  readonly description: Description;
}

export interface StreamDeclaration {
  readonly span: Span;
  readonly kind: "sse" | "jsonl" | "bytes";
  readonly type?: TypeExpression;
  readonly when?: { readonly field: Text; readonly equals: { readonly value: string | number | boolean; readonly span: Span } };
  readonly end?: Text;
  readonly error?: Text;
  readonly tag?: Text;
  readonly resume: boolean;
}

/** `builder(with_)`: style `builder`, argument `with_`; `fetch_all(options)`: style `options`, name `fetch_all`. */
export interface CallDeclaration {
  readonly style: "direct" | "request" | "builder" | "options";
  readonly name?: Text;
  readonly prefix?: Text;
  readonly span: Span;
}

export interface ExampleDeclaration {
  readonly name: Text;
  readonly description: Description;
  readonly path: readonly { readonly name: Text; readonly value: Value }[];
  readonly query: readonly { readonly name: Text; readonly value: Value }[];
  readonly headers: readonly { readonly name: Text; readonly value: Value }[];
  readonly body?: Value;
  readonly status?: { readonly value: number; readonly span: Span };
  readonly response?: Value;
}
