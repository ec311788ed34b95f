import { openConfig, selectTargets } from "./pipeline/open-config.js";
import { examine, staleOf, type Job } from "./pipeline/job.js";
import type { Outcome, Request } from "./pipeline/outcome.js";
import type { Project } from "./pipeline/project.js";
import { write } from "./pipeline/write.js";
import { Report } from "./source/report.js";

/**
 * The whole program. Reads the configuration and, unless the fingerprints say that nothing changed, the schemas; makes the files of every
 * target; and only if all of that went well, brings the output folders up to date, each in one step.
 */
export async function generate(project: Project, request: Request = {}): Promise<Outcome> {
  const report = new Report();
  const config = openConfig(project, report);
  const targets = config ? selectTargets(config, request.only ?? [], report) : [];
  if (!config || report.failed) return { ok: false, diagnostics: report.diagnostics, outputs: [] };

  const jobs: Job[] = [];
  for (const target of targets) jobs.push(await examine(project, config, target, request, report));
  const stale = staleOf(jobs);
  if (report.failed || stale.length === 0) return outcome(report, jobs);

  // What follows is a chunk of its own: a run in which nothing changed does not load it.
  const { makeFiles } = await import("./pipeline/make-files.js");
  await makeFiles(project, config, stale, request, report);
  if (!report.failed) await write(project, stale, request, report);
  return outcome(report, jobs);
}

function outcome(report: Report, jobs: readonly Job[]): Outcome {
  const ok = !report.failed;
  return { ok, diagnostics: report.diagnostics, outputs: ok ? jobs.flatMap((job) => job.output ?? []) : [] };
}
