import type { Span } from "../source/span.js";

/** An output folder: where it is, what to call it, and the setting that chose it. */
export interface OutputFolder {
  readonly path: string;
  /** As the settings write it. */
  readonly name: string;
  readonly origin: Span | undefined;
}
