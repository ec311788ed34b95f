import type { Diagnostic } from "../source/diagnostic.js";

/** What a run is asked to do beside what the configuration says. */
export interface Request {
  /** Targets to generate: names of clients or languages, or both with a slash between; all if empty. */
  readonly only?: readonly string[];
  /** Find out what would change, and change nothing. A run that was killed before is finished all the same. */
  readonly dryRun?: boolean;
  /** Overwrite files that were edited by hand, or that Heddle did not write. */
  readonly force?: boolean;
  /** Do all the work even if the fingerprints say that nothing changed. */
  readonly full?: boolean;
  /** Milliseconds to wait for another run that writes to the same folder; 10,000 unless set. */
  readonly patience?: number;
  /** Called when a step begins that may take long. */
  readonly progress?: (step: string) => void;
}

/** What became of a run. */
export interface Outcome {
  /** False if anything of severity `error` was found; then nothing was written. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** One for each target, in the order of the configuration; empty unless `ok`. */
  readonly outputs: readonly Output[];
}

/** What a run did to an output folder, or would do. Paths are from the folder, sorted. */
export interface Output {
  /** `wacht/typescript`, say. */
  readonly target: string;
  /** The folder, from the project's. */
  readonly folder: string;
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
}
