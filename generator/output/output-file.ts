/** A file that a run wants to see in the output folder. */
export interface OutputFile {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  /** With LF. */
  readonly content: string;
}
