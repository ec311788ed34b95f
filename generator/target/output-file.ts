/** A file of a target, ready to be written. */
export interface OutputFile {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  /** With LF. */
  readonly content: string;
}
