import type { SourceFile } from "../source/source-file.js";
import type { Span, Text } from "../source/span.js";
import type { Json } from "../model/described.js";
import type { TypeExpression } from "./type-expression.js";

/** What was written, file by file, with its places: nothing looked up, nothing defaulted. Root document first, then includes in the order they are met. */
export interface Program {
  readonly files: readonly Document[];
}

/** One schema file. Only the root has `api`; every other part may stand in any file. */
export interface Document {
  readonly file: SourceFile;
  /** Path relative to the root document's folder, without extension: the module that its declarations belong to. */
  readonly module: string;
  readonly api?: Text;
  readonly version?: Text;
  readonly description: Description;
  readonly client?: ClientDeclaration;
  readonly rateLimits: readonly RateLimitDeclaration[];
  readonly types: readonly TypeDeclaration[];
  readonly errors?: ErrorsDeclaration;
  readonly resources: readonly ResourceDeclaration[];
}

/** `doc`, `deprecated`, `since`, `removed` of anything with a name. */
export interface Description {
  readonly doc?: Text;
  readonly deprecated?: { readonly since?: Text; readonly use?: Text; readonly doc?: Text; readonly span: Span };
  readonly since?: Text;
  readonly removed?: Text;
}

/** A JSON value as written, with the place of the whole. */
export interface Value {
  readonly value: Json;
  readonly span: Span;
}

export interface TypeDeclaration {
  readonly name: Text;
  readonly parameters: readonly Text[];
  readonly description: Description;
  readonly examples: readonly Value[];
  readonly body: TypeBody;
}

export type TypeBody =
  | ({ readonly kind: "record" } & RecordBody)
  | { readonly kind: "enum"; readonly base?: Text; readonly values: readonly EnumValueDeclaration[]; readonly openness: Openness }
  | UnionBody
  | { readonly kind: "alias"; readonly type: TypeExpression; readonly distinct: boolean }
  /** A bare type expression as a whole type: `Update: Partial<Create>`. */
  | { readonly kind: "derived"; readonly type: TypeExpression };

export type Openness = "open" | "closed" | "string";

export interface RecordBody {
  /** Fields, spreads and includes in the author's order. */
  readonly members: readonly MemberDeclaration[];
  readonly extra?: TypeExpression;
  readonly exhaustive: boolean;
  readonly page?: PageDeclaration;
}

export type MemberDeclaration = FieldDeclaration | SpreadDeclaration | IncludeDeclaration;

export interface FieldDeclaration {
  readonly kind: "field";
  readonly name: Text;
  readonly wire?: Text;
  readonly optional: boolean;
  readonly type: TypeExpression;
  readonly default?: Value;
  readonly sendDefault: boolean;
  readonly access: "both" | "readonly" | "writeonly";
  readonly secret: boolean;
  readonly examples: readonly Value[];
  readonly description: Description;
}

export interface SpreadDeclaration {
  readonly kind: "spread";
  readonly name: Text;
  readonly type: TypeExpression;
  readonly description: Description;
}

export interface IncludeDeclaration {
  readonly kind: "include";
  readonly type: TypeExpression;
}

export interface EnumValueDeclaration {
  readonly name: Text;
  /** Absent: the name. */
  readonly value?: { readonly value: string | number; readonly span: Span };
  readonly description: Description;
}

export interface UnionBody {
  readonly kind: "union";
  /** `$tag`; absent with `untagged` and `external`. */
  readonly tag?: Text;
  readonly content?: Text;
  readonly placement?: { readonly value: "internal" | "adjacent" | "external" | "untagged"; readonly span: Span };
  readonly openness: Exclude<Openness, "string">;
  readonly base: readonly MemberDeclaration[];
  readonly variants: readonly VariantDeclaration[];
}

export interface VariantDeclaration {
  readonly name: Text;
  readonly tag?: Text;
  readonly description: Description;
  readonly payload:
    | { readonly kind: "fields"; readonly members: readonly MemberDeclaration[] }
    | { readonly kind: "type"; readonly type: TypeExpression }
    | { readonly kind: "empty" };
}

/** `$page`: keys as written (`items`, `has_more`, `limit`, `offset`, `page`, `size`, `cursor`, `next`, `id`); resolve decides the style. */
export interface PageDeclaration {
  readonly span: Span;
  readonly entries: readonly { readonly key: Text; readonly value: Text }[];
}

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
