import type { Ability } from "../scenario/scenario.js";
import type { OutputFile } from "../../target/index.js";

/** How a language's clients are driven: the templates that generate the driver, and how the generated files become a program. */
export interface Driver {
  /** The target's id. */
  readonly target: string;
  /** Why scenarios that need an ability are left out, for each that the language or its transport does not have. */
  readonly without: { readonly [ability in Ability]?: string | undefined };
  /** A setting of clients as programs write it: `allow_insecure`, `allowInsecure`. */
  setting(name: string): string;
  /** Makes a program of the files; throws a `BuildError` if they do not compile. */
  build(files: readonly OutputFile[], workshop: Workshop): Promise<Program>;
}

/** Where a driver is built. */
export interface Workshop {
  /** A folder of its own. */
  readonly folder: string;
  /** The folder of this module. */
  readonly home: string;
  /** Is told what takes long. */
  progress(step: string): void;
}

/** A program that speaks the protocol on its standard streams. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}
