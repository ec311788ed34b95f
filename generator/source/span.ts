import type { SourceFile } from "./source-file.js";

/** A piece of a source file: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A text as somebody wrote it, and where. */
export interface Text {
  readonly value: string;
  readonly span: Span;
}
