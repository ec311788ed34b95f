import { valueAt } from "../codecs/value-at.js";
import type { ErrorCase, ErrorChoice } from "./error-cases.js";

/** An error of a status that several share. */
export interface DiscriminatedCase extends ErrorCase {
  /** Dotted path into the body and the value there; absent: any body. */
  readonly when?: {
    readonly path: string;
    readonly equals: string | number | boolean;
  };
}

/** The first of `cases` that the body fits. */
export function firstOf(...cases: readonly DiscriminatedCase[]): ErrorChoice {
  return {
    choose: (json) =>
      cases.find(
        ({ when }) => !when || valueAt(json, when.path) === when.equals,
      ),
  };
}
