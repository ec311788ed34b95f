import type { Json } from "../../model/described.js";
import type { SourceFile } from "../../source/source-file.js";
import type { Range } from "./json-places.js";

/** A parsed document that knows its places, which are looked up only when somebody asks. */
export interface Origin {
  readonly file: SourceFile;
  readonly root: Json;
  /** The place of what a path of keys and indices leads to. */
  place(path: readonly string[]): Range;
}
