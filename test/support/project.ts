import path from "node:path";
import { readConfig } from "../../generator/config/read-config.js";
import { readOptions } from "../../generator/config/options.js";
import type { Model } from "../../generator/model/index.js";
import { disk } from "../../generator/output/file-system.js";
import type { Diagnostic } from "../../generator/source/diagnostic.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";
import { loadTemplates, readRuntime, renderTarget, type ProvidedModules } from "../../generator/target/index.js";
import { targets } from "../../generator/targets/index.js";
import * as template from "../../generator/template.js";
import { resolveText, summary } from "./schema.js";

/** What a project in memory becomes. */
export interface Rendered {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if the schema has errors. */
  readonly model: Model | undefined;
  /** Generated files by path; none if there are errors. */
  readonly files: ReadonlyMap<string, string>;
}

export const defaultConfig = "schema: api.yaml\ntargets: {typescript: out}\n";

const builtIn = { path: path.resolve(import.meta.dirname, "../../templates/typescript"), shown: "heddle/templates/typescript" };
const provided: ProvidedModules = new Map([["heddle/template", () => template]]);

// Once for all renderings: the compiler takes longer than everything else.
const loading = new Report();
const { templates } = await loadTemplates({ builtIn, overlays: [] }, disk, provided, loading);
const runtime = readRuntime(builtIn, disk).files;

/** What Heddle makes of schema files in memory, before it is checked by the compiler or transformed; `heddle.config.yaml` sets options. */
export function render(sources: Readonly<Record<string, string>>): Rendered {
  const report = new Report();
  const config = readConfig(new SourceFile("heddle.config.yaml", sources["heddle.config.yaml"] ?? defaultConfig), report);
  const [settings] = config?.targets ?? [];
  const target = targets.get("typescript");
  const options = settings && target ? readOptions(settings, target.options, report) : undefined;
  const { model, diagnostics } = resolveText(sources);
  const sound = diagnostics.every(({ severity }) => severity !== "error");
  if (!model || !sound || !options || !target) return { diagnostics: [...report.diagnostics, ...diagnostics], model, files: new Map() };
  const files = renderTarget(target, { model, options, templates, runtime, report });
  const all = [...loading.diagnostics, ...report.diagnostics, ...diagnostics];
  return { diagnostics: all, model, files: new Map(files.map((file) => [file.path, file.content])) };
}

/** The same, where nothing may be wrong. */
export function renderSound(sources: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const { diagnostics, files } = render(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(summary).join("\n"));
  return files;
}
