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
import { resolveText } from "./schema.js";

/** What a project in memory becomes. */
export interface Rendered {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if the schema has errors. */
  readonly model: Model | undefined;
  /** Generated files by path; none if there are errors. */
  readonly files: ReadonlyMap<string, string>;
}

/** Schema files in memory, by path; `heddle.config.yaml` sets options. */
export type Sources = Readonly<Record<string, string>>;

const provided: ProvidedModules = new Map([["heddle/template", () => template]]);

/** Renders projects in memory with the templates of a language, which are loaded once: the compiler takes longer than everything else. */
export async function rendererOf(language: string): Promise<(sources: Sources) => Rendered> {
  const target = targets.get(language);
  if (!target) throw new RangeError(`there is no target \`${language}\``);
  const shown = `heddle/templates/${language}`;
  const builtIn = { path: path.resolve(import.meta.dirname, "../../templates", language), shown };
  const loading = new Report();
  const { templates } = await loadTemplates({ builtIn, overlays: [] }, disk, provided, loading);
  const runtime = readRuntime(builtIn, disk).files;
  const defaultConfig = `schema: api.yaml\ntargets: {${language}: out}\n`;
  return (sources) => {
    const report = new Report();
    const config = readConfig(new SourceFile("heddle.config.yaml", sources["heddle.config.yaml"] ?? defaultConfig), report);
    const settings = config?.targets.find((each) => each.language.value === language);
    const options = settings && readOptions(settings, target.options, report);
    const { model, diagnostics } = resolveText(sources);
    const sound = diagnostics.every(({ severity }) => severity !== "error");
    if (!model || !sound || !options) return { diagnostics: [...report.diagnostics, ...diagnostics], model, files: new Map() };
    const files = renderTarget(target, { model, options, templates, runtime, report });
    const all = [...loading.diagnostics, ...report.diagnostics, ...diagnostics];
    return { diagnostics: all, model, files: new Map(files.map((file) => [file.path, file.content])) };
  };
}
