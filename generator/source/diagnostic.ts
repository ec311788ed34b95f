import type { Span } from "./span.js";

/** What Heddle has to say about an input: one finding, at one place. */
export interface Diagnostic {
  /** Stable id, `HD` and three digits; `heddle explain` prints its cause and its fix. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the caret goes: under the key if the key is wrong, under the value if the value is. */
  readonly span?: Span;
  /** Other places that take part ("first declared here"). */
  readonly related: readonly Related[];
  /** What to do here, if it is more specific than the catalogue's fix, which is shown otherwise: the nearest spelling, say. */
  readonly hint?: string;
}

export type Severity = "error" | "warning";

export interface Related {
  readonly message: string;
  readonly span: Span;
}
