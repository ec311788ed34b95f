import type { PathKey, Walk } from "../codecs/codec.js";
import type { Violation } from "../errors/refusals.js";
import { describe, placeText } from "../codecs/place.js";

/** A request body as it goes out. */
export type RequestBody =
  string | Uint8Array<ArrayBuffer> | Blob | ReadableStream<Uint8Array>;

/** A request in the making: what parameters and bodies write to. */
export interface Draft extends Walk {
  readonly violations: Violation[];
  /** Encoded path values by name. */
  readonly segments: { [name: string]: string };
  /** Encoded `name=value` pairs, in order. */
  readonly query: string[];
  /** Header parameters. */
  readonly headers: { [name: string]: string };
  readonly extraBody?: { readonly [name: string]: unknown } | undefined;
  body?: RequestBody;
  contentType?: string;
  /** The body is being read and cannot be sent again, so that the call cannot be repeated (FILE-4). */
  readOnce?: boolean;
  /** Waits for what the body is made of, once, before the first attempt. */
  prepare?: () => Promise<void>;
  /** Lets go of what the body is made of, once the call is over. */
  release?: () => void;
}

/** An empty draft; `checked` says whether constraints are (JSON-4). */
export function newDraft(
  checked: boolean,
  extraBody?: Draft["extraBody"],
): Draft {
  const path: PathKey[] = [];
  const violations: Violation[] = [];
  const violate = (rule: string): void => {
    violations.push({ path: placeText(path).slice(1), rule });
  };
  return {
    encoding: true,
    checked,
    extraBody,
    path,
    violations,
    violate,
    fail(expected, value): undefined {
      violate(`expected ${expected}, got ${describe(value)}`);
    },
    segments: Object.create(null) as { [name: string]: string },
    query: [],
    headers: Object.create(null) as { [name: string]: string },
  };
}
