import path from "node:path";
import type { Subject } from "../conformance/harness/prepare.js";
import { fullName } from "../conformance/harness/verdict.js";
import { renderVerdicts } from "../conformance/report/text.js";
import { conformance, type ConformanceRequest, type ConformanceResult } from "../conformance/run.js";
import { openConfig } from "../pipeline/open-config.js";
import { Report } from "../source/report.js";
import { toFindings } from "../source/render/json.js";
import { printFindings, printJson } from "./findings.js";
import { progressOn } from "./progress.js";
import { projectOf } from "./project-of.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface ConformanceOptions {
  readonly config?: string;
  readonly target: string;
  readonly only?: readonly string[];
  /** Plays the examples of the configuration's schemas. */
  readonly examples?: boolean;
  /** A file that says which scenarios may fail. */
  readonly suppressions?: string;
  readonly json?: boolean;
}

/** `heddle conformance [files..]`: exit code 0 if every scenario passes, is suppressed or does not apply. */
export async function runConformance(files: readonly string[], options: ConformanceOptions, terminal: Terminal): Promise<number> {
  const progress = progressOn(terminal);
  const suites = files.map((file) => path.resolve(terminal.folder, file));
  const only = options.only ?? [];
  const suppressions = options.suppressions === undefined ? undefined : path.resolve(terminal.folder, options.suppressions);
  const request: ConformanceRequest = {
    target: options.target,
    only,
    suites,
    progress: progress.step,
    ...(suppressions !== undefined && { suppressions }),
  };
  const project = projectOf(terminal.folder, options.config);
  const opened = options.examples ? subjectsOf(project, options.target) : { subjects: [undefined], report: new Report() };
  const results: ConformanceResult[] = [];
  for (const subject of opened.subjects) results.push(await conformance(project, { ...request, ...(subject && { subject }) }));
  progress.end();
  const diagnostics = [...opened.report.diagnostics, ...results.flatMap(({ report }) => report.diagnostics)];
  const verdicts = results.flatMap((result) => result.verdicts);
  const failed = opened.report.failed || results.some(({ ok }) => !ok);
  printFindings(diagnostics, options.json ? "json" : "text", terminal);
  if (options.json) {
    const scenarios = verdicts.map(({ scenario, ...verdict }) => ({ name: fullName(scenario), rules: scenario.rules, ...verdict }));
    printJson({ ok: !failed, findings: toFindings(diagnostics), scenarios }, terminal);
  } else if (verdicts.length > 0) terminal.out(renderVerdicts(verdicts));
  else if (!failed && opened.subjects.length === 0) terminal.err(noTarget(options.target));
  else if (!failed) terminal.err(nothingPlayed(only, options.examples ?? false));
  return !failed && verdicts.length > 0 ? exitCodes.ok : exitCodes.problems;
}

function noTarget(language: string): string {
  return `The configuration has no target \`${language}\`. Name one that it has with \`--target\`.\n`;
}

function nothingPlayed(only: readonly string[], ofExamples: boolean): string {
  if (only.length > 0) return `No ${ofExamples ? "example" : "scenario or file of scenarios"} has ${only.join(" or ")} in its name.\n`;
  return ofExamples
    ? "The operations of the schema have no examples. Give one of them `examples: {name: {body: .., response: ..}}`, and run this again.\n"
    : "The files have no scenarios. `scenarios` is a mapping, with a name for each.\n";
}

/** The targets of the configuration that are in a language. */
function subjectsOf(project: Subject["project"], language: string): { readonly subjects: readonly Subject[]; readonly report: Report } {
  const report = new Report();
  const config = openConfig(project, report);
  const targets = config?.targets.filter((target) => target.language.value === language) ?? [];
  return { subjects: config ? targets.map((target) => ({ project, config, target })) : [], report };
}
