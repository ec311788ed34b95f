import type { OutputFile } from "../../target/index.js";

/** How a language's clients are driven: the templates that generate the driver, and how the generated files become a program. */
export interface Driver {
  /** The target's id. */
  readonly target: string;
  /** Why the clients' transport does not speak HTTP/2; undefined if it does. */
  readonly withoutHttp2: string | undefined;
  /** Makes a program of the files; `folder` is its own, `home` that of this module. */
  build(files: readonly OutputFile[], folder: string, home: string): Promise<Program>;
}

/** A program that speaks the protocol on its standard streams. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}
