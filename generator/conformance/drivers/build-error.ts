/** A line of a generated file. */
export interface GeneratedLine {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** A client, or what drives it, does not compile: its schema or its templates are at fault, or Heddle is. */
export class BuildError extends Error {
  readonly place: GeneratedLine | undefined;

  constructor(message: string, place?: GeneratedLine) {
    super(message);
    this.place = place;
  }
}

/** What compiles clients is not on this machine. */
export class ToolError extends Error {
  readonly tool: string;
  /** Where to get it. */
  readonly hint: string;

  constructor(tool: string, hint: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.tool = tool;
    this.hint = hint;
  }
}
