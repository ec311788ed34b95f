import type { Described, Json } from "./described.js";
import type { AuthRequirement, ErrorMatch, Limits, Retry, Timeouts } from "./service.js";
import type { TypeRef } from "./type-ref.js";

export interface Resource extends Described {
  readonly name: string;
  /** Names of the resources it lies in, outermost first. */
  readonly parents: readonly string[];
  readonly module: string;
  readonly operations: readonly Operation[];
  readonly resources: readonly Resource[];
}

export interface Operation extends Described {
  /** Resource names and operation name joined by dots, unique in the model: `ai.list_execution_contexts`. */
  readonly id: string;
  readonly name: string;
  readonly method: string;
  /** The whole path, from the base URL on. */
  readonly path: readonly PathPart[];
  /** Path, query, header and cookie parameters in the author's order. */
  readonly params: readonly Param[];
  readonly body?: Body;
  /** At least one; the first is the main one. */
  readonly success: readonly Success[];
  readonly errors: OperationErrors;
  readonly auth: AuthRequirement;
  /** Name of an entry of {@link Model.rateLimits}. */
  readonly rateLimit?: string;
  /** Only what differs from the service's. */
  readonly limits: Limits;
  readonly timeout: Timeouts;
  readonly retry: Retry;
  readonly idempotent: boolean;
  readonly stream?: Stream;
  /** True if the main success type is a page. */
  readonly paged: boolean;
  /** At least one; the first gives the operation's own name. */
  readonly calls: readonly Call[];
  readonly examples: readonly OperationExample[];
  /** Variant of the operation template (`template: presigned`). */
  readonly template?: { readonly name: string; readonly origin: Described["origin"] };
}

export type PathPart = { readonly kind: "text"; readonly text: string } | { readonly kind: "param"; readonly name: string };

export interface Param extends Described {
  readonly name: string;
  readonly wire: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly type: TypeRef;
  readonly required: boolean;
  readonly default?: Json;
  readonly sendDefault: boolean;
  readonly secret: boolean;
  readonly examples: readonly Json[];
  /** How lists are written (ENC-5). */
  readonly list: "repeat" | "comma" | "pipe" | "space" | "brackets" | "indices";
  /** How objects are written (ENC-5). */
  readonly object: "deep" | "json";
  /** ENC-6: what null becomes. */
  readonly null: "omit" | "empty";
  /** ENC-9: a path parameter that keeps its slashes. */
  readonly segments: boolean;
}

export interface Body {
  readonly required: boolean;
  /** At least one; the first is the default. */
  readonly contents: readonly Content[];
}

export interface Content {
  readonly kind: "json" | "form" | "multipart" | "text" | "bytes";
  readonly media: string;
  readonly type: TypeRef;
}

export interface Success {
  /** 200 unless said otherwise. */
  readonly status: number;
  readonly doc?: string;
  /** Absent: returns nothing. */
  readonly content?: Content;
  /** Further media types of the same answer; what comes says which it is. */
  readonly alternatives?: readonly Content[];
  /** Response headers that are typed on the raw response. */
  readonly headers: readonly ResponseHeader[];
}

export interface ResponseHeader extends Described {
  readonly name: string;
  readonly wire: string;
  readonly type: TypeRef;
  readonly required: boolean;
}

export interface OperationErrors {
  /** Whether this list is final: only then may targets make matches on it exhaustive across versions. */
  readonly closed: boolean;
  /** What the operation can raise beside the runtime's own kinds: its own, then those raised everywhere, in table order. */
  readonly cases: readonly ErrorCase[];
}

export interface ErrorCase extends Described {
  /** The kind: a name of the service's table, or one of the operation's own. */
  readonly name: string;
  readonly match: ErrorMatch;
  /** Absent: the service's body type. */
  readonly body?: TypeRef;
  /** Tells several errors of one status apart: the value at `path` of the body equals `value`. */
  readonly when?: { readonly path: string; readonly value: string | number | boolean };
  /** True if only this operation declares it, so that the service's table has no such entry. */
  readonly own: boolean;
}

/** One way to call the operation; names are the author's, targets case them. */
export interface Call extends Described {
  readonly style: "direct" | "request" | "builder" | "options";
  readonly name: string;
  /** Builder setters start with this (`with_`). */
  readonly prefix: string;
  /** What the builder's setters are made from. */
  readonly setters: "query" | "body";
}

/** Server-sent events or lines; `when` names a request field and the value that asks for a stream. */
export interface Stream {
  readonly kind: "sse" | "jsonl" | "bytes";
  readonly type?: TypeRef;
  readonly when?: { readonly field: string; readonly equals: string | number | boolean };
  /** Data that ends the stream (`[DONE]`). */
  readonly end?: string;
  /** Event name that is an error. */
  readonly error?: string;
  /** What selects the variant: the event's name, or a field of the data. */
  readonly tag: "event" | "data";
  readonly resume: boolean;
}

/** In wire form. */
export interface OperationExample extends Described {
  readonly name: string;
  readonly path: { readonly [name: string]: Json };
  readonly query: { readonly [name: string]: Json };
  readonly headers: { readonly [name: string]: Json };
  readonly body?: Json;
  readonly status: number;
  readonly response?: Json;
}
