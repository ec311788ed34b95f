import { importOpenApi, notesByKind } from "../openapi/index.js";
import { importNotes } from "../source/catalog/import-notes.js";
import { Report } from "../source/report.js";
import type { Span } from "../source/span.js";
import { decode } from "../syntax/decode.js";
import type { Program } from "../syntax/document.js";
import { load } from "../syntax/load.js";
import type { LoadLimits } from "./load-model.js";

/** Reads a schema and everything it includes, or an OpenAPI document, which stands for the schema that an import of it would write. */
export function loadProgram(
  schema: string,
  read: (path: string) => Uint8Array | undefined,
  { largestFile, allows }: LoadLimits,
  namedAt: Span | undefined,
): { readonly program: Program | undefined; readonly report: Report } {
  const bytes = allows(schema) ? read(schema) : undefined;
  if (bytes && isOpenApi(schema, bytes)) return imported(schema, bytes, largestFile, namedAt);
  return load(schema, { read }, { maxBytes: largestFile, allows, ...(namedAt && { namedAt }) });
}

/** Only the beginning is looked at: the version stands at the top level, and almost always in the first lines. */
const beginning = 65_536;

function isOpenApi(path: string, bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, beginning));
  return /\.json$/i.test(path) || /^["']?(openapi|swagger)["']?\s*:/m.test(text);
}

function imported(path: string, bytes: Uint8Array, limit: number, namedAt: Span | undefined) {
  const report = new Report();
  const file = decode(path, bytes, limit, namedAt, report);
  const { program, notes } = file ? importOpenApi(file, report) : { program: undefined, notes: [] };
  const kinds = notesByKind(notes).map(([kind, all]) => `${importNotes[kind]} (${all.length})`);
  const more = kinds.length > 3 ? "; and more" : "";
  if (kinds.length > 0) report.add("HD905", namedAt, { count: notes.length, kinds: `${kinds.slice(0, 3).join("; ")}${more}` });
  return { program, report };
}
