import type { Severity } from "../diagnostic.js";

/** One kind of finding: its wording, and what `heddle explain` says about it. */
export interface Entry<Args> {
  readonly severity: Severity;
  /** One sentence without a full stop, about this very case. */
  readonly message: (args: Args) => string;
  /** Why it happens, in general. */
  readonly cause: string;
  /** The way out, in general: shown with a finding that has no hint of its own. */
  readonly fix: string;
  /** The message says as much as the fix, which is then for `heddle explain` alone. */
  readonly obvious?: true;
}

/** Declares an entry of severity `error`; `Args` is what its message needs. */
export function error<Args = Record<never, never>>(entry: Omit<Entry<Args>, "severity">): Entry<NoInfer<Args>> {
  return { severity: "error", ...entry };
}

/** Declares an entry of severity `warning`. */
export function warning<Args = Record<never, never>>(entry: Omit<Entry<Args>, "severity">): Entry<NoInfer<Args>> {
  return { severity: "warning", ...entry };
}
