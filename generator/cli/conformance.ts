import path from "node:path";
import { renderVerdicts } from "../conformance/report/text.js";
import { conformance } from "../conformance/run.js";
import { fullName } from "../conformance/harness/verdict.js";
import { disk } from "../output/file-system.js";
import { installation } from "../pipeline/project.js";
import { toFindings } from "../source/render/json.js";
import { printFindings, printJson } from "./findings.js";
import { progressOn } from "./progress.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface ConformanceOptions {
  readonly target: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
}

/** `heddle conformance [files..]`: exit code 0 if every scenario passes, is suppressed or does not apply. */
export async function runConformance(files: readonly string[], options: ConformanceOptions, terminal: Terminal): Promise<number> {
  const progress = progressOn(terminal);
  const project = { fs: disk, root: terminal.folder, config: "heddle.config.yaml", heddle: installation(disk) };
  const suites = files.map((file) => path.resolve(terminal.folder, file));
  const { ok, report, verdicts } = await conformance(project, { ...options, suites, progress: progress.step }).finally(progress.end);
  printFindings(report.diagnostics, options.json ? "json" : "text", terminal);
  if (options.json) {
    const scenarios = verdicts.map(({ scenario, ...verdict }) => ({ name: fullName(scenario), rules: scenario.rules, ...verdict }));
    printJson({ ok, findings: toFindings(report.diagnostics), scenarios }, terminal);
  } else if (verdicts.length > 0) terminal.out(renderVerdicts(verdicts));
  else if (!report.failed) terminal.err("No scenario has such a name.\n");
  return ok && (verdicts.length > 0 || report.failed) ? exitCodes.ok : exitCodes.problems;
}
