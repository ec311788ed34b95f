import type { MappingNode } from "../syntax/node.js";
import type { SourceFile } from "../source/source-file.js";
import type { Span, Text } from "../source/span.js";

/** What `heddle.config.yaml` says, its paths resolved: from the project's folder, with forward slashes, `..` in front at most. */
export interface Config {
  readonly file: SourceFile;
  readonly targets: readonly TargetConfig[];
  /** The largest schema file that is read, in bytes. */
  readonly largestFile: number;
  /** Folders outside of the project that schemas may be read from, and outputs written to. */
  readonly allowedOutside: readonly Text[];
}

/** One output: a schema in a language. */
export interface TargetConfig {
  /** What `--only` and messages call it: `wacht/typescript`, or `typescript` where the project has one client. */
  readonly name: string;
  readonly client: string | undefined;
  readonly language: Text;
  /** The root document of the schema. */
  readonly schema: Text;
  readonly out: Text;
  /** Overlay folders; the last one comes first. */
  readonly templates: readonly Text[];
  /** Modules that change what was generated, in this order. */
  readonly transforms: readonly Text[];
  /** What the language itself defines, as written; undefined if nothing but the folder is given. */
  readonly settings: MappingNode | undefined;
  /** The language's key. */
  readonly origin: Span;
}
