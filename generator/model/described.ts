import type { Span } from "../source/span.js";

/** What everything with a name carries. */
export interface Described {
  /** Markdown as written; paragraphs are separated by an empty line. */
  readonly doc?: string;
  readonly deprecated?: Deprecation;
  /** API version that introduced it, as written. */
  readonly since?: string;
  /** API version that removed it; the name stays reserved, targets do not emit it. */
  readonly removed?: string;
  /** Where it was declared; never part of the canonical JSON. */
  readonly origin: Span;
}

export interface Deprecation {
  readonly since?: string;
  /** What to use instead: a name in the schema's own spelling. */
  readonly use?: string;
  readonly doc?: string;
}

/** Any JSON value, as examples and defaults hold it (wire form). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
