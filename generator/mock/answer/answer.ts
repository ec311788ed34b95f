import type { StreamAnswer } from "./streams.js";

/** What the mock says to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Instead of a body. */
  readonly stream?: StreamAnswer;
  /** Instead of everything. */
  readonly reset?: true;
  /** Why the request was refused, each with its place. */
  readonly problems: readonly string[];
  /** What is worth knowing, and no reason to refuse. */
  readonly notes: readonly string[];
}
