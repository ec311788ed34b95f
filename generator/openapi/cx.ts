import type { Report } from "../source/report.js";
import type { Notes } from "./notes.js";
import type { TypeSink } from "./schema/type-sink.js";
import type { Cursor } from "./source/cursor.js";
import type { References } from "./source/references.js";

/** What every part of an import needs. */
export interface Cx {
  readonly root: Cursor;
  readonly report: Report;
  readonly refs: References;
  readonly notes: Notes;
  readonly types: TypeSink;
}
