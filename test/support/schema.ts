import type { Model } from "../../generator/model/index.js";
import { resolve } from "../../generator/resolve/resolve.js";
import type { Diagnostic } from "../../generator/source/diagnostic.js";
import { load } from "../../generator/syntax/load.js";

/** What a schema given as text resolves to. */
export interface Resolved {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads and resolves files held in memory; a single text is the root document `api.yaml`. */
export function resolveText(schema: string | Readonly<Record<string, string>>): Resolved {
  const files = new Map(Object.entries(typeof schema === "string" ? { "api.yaml": schema } : schema));
  const { program, report } = load("api.yaml", {
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  });
  const model = report.failed ? undefined : resolve(program, report);
  return { model, diagnostics: report.diagnostics };
}

/** The model of a schema that is right; its findings, if it is not, become the failure's message. */
export function modelOf(schema: string | Readonly<Record<string, string>>): Model {
  const { model, diagnostics } = resolveText(schema);
  if (!model) throw new Error(`the schema has errors:\n${diagnostics.map(summary).join("\n")}`);
  return model;
}

/** A finding on one line: code, place, the text under the caret, message. */
export function summary({ code, span, message, hint }: Diagnostic): string {
  const place = span ? span.file.position(span.start) : undefined;
  const under = span ? span.file.text.slice(span.start, span.end) : "";
  return `${code} ${place ? `${place.line}:${place.column}` : "-"} [${under}] ${message}${hint === undefined ? "" : ` (${hint})`}`;
}

/** The findings of a schema, each on one line. */
export function findings(schema: string | Readonly<Record<string, string>>): readonly string[] {
  return resolveText(schema).diagnostics.map(summary);
}
