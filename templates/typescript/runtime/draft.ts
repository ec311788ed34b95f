import type { PathKey, Walk } from "./codec.js";
import type { Violation } from "./errors/call-errors.js";

/** A request in the making. */
export interface Draft extends Walk {
  readonly path: PathKey[];
  readonly violations: Violation[];
  /** Encoded path values by name. */
  readonly segments: { [name: string]: string };
  /** Encoded `name=value` pairs in order. */
  readonly query: string[];
  /** Encoded `name=value` pairs. */
  readonly cookies: string[];
  readonly headers: [name: string, value: string][];
  body?: string | Uint8Array<ArrayBuffer>;
  contentType?: string;
}
