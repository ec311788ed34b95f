import { update } from "../output/update.js";
import type { Report } from "../source/report.js";
import { writing, type Job } from "./job.js";
import type { Request } from "./outcome.js";
import type { Project } from "./project.js";

/**
 * Brings the output folders up to date, each in one step. All are tried without writing first, so that a file that somebody edited in
 * one folder keeps the others from changing as well.
 */
export async function write(project: Project, jobs: readonly Job[], request: Request, report: Report): Promise<void> {
  for (const job of jobs) await bring(project, job, { ...request, dryRun: true }, report);
  if (report.failed || request.dryRun) return;
  for (const job of jobs) {
    request.progress?.(`writing ${job.folder.name}`);
    await bring(project, job, request, report);
  }
}

async function bring(project: Project, job: Job, request: Request, report: Report): Promise<void> {
  const { target, folder, settings, made } = job;
  if (!made) return;
  const record = { heddle: project.heddle.version, settings, inputs: made.inputs };
  const done = await update(project.fs, folder, made.files, record, writing(request), report);
  if (done) job.output = { target: target.name, folder: folder.name, ...done };
}
