import type { Model } from "../model/index.js";
import { fingerprint } from "../output/fingerprint.js";
import { resolve } from "../resolve/resolve.js";
import type { Diagnostic } from "../source/diagnostic.js";
import type { Span } from "../source/span.js";
import { loadProgram } from "./load-program.js";
import { absolute, type Project } from "./project.js";

export interface LoadLimits {
  /** In bytes, of one file. */
  readonly largestFile: number;
  /** Whether a path of the project may be read. */
  readonly allows: (path: string) => boolean;
}

export interface LoadedModel {
  /** Undefined if there are errors. */
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Fingerprints of all schema files that were read, by path from the project. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** Reads a schema and everything it includes, and finds out what it means. */
export function loadModel(project: Project, schema: string, limits: LoadLimits, namedAt?: Span): LoadedModel {
  const inputs = new Map<string, string>();
  const read = (path: string): Uint8Array | undefined => {
    const file = project.fs.realPath(absolute(project, path));
    const stat = project.fs.stat(file);
    if (stat?.kind !== "file") return undefined;
    // A file over the limit is not read: its size, up to what an array can have, is all that is reported.
    if (stat.size > limits.largestFile) return new Uint8Array(Math.min(stat.size, 2 ** 32));
    const bytes = project.fs.read(file);
    if (bytes) inputs.set(path, fingerprint(bytes));
    return bytes;
  };
  const { program, report } = loadProgram(schema, read, limits, namedAt);
  const model = report.failed || !program ? undefined : resolve(program, report);
  return { model: report.failed ? undefined : model, diagnostics: report.diagnostics, inputs };
}
