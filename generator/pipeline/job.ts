import type { Config, TargetConfig } from "../config/config.js";
import type { Manifest } from "../output/manifest.js";
import type { OutputFile } from "../output/output-file.js";
import type { OutputFolder } from "../output/output-folder.js";
import { readManifest, settle } from "../output/update.js";
import type { Report } from "../source/report.js";
import { isFresh } from "./freshness.js";
import { settingsFingerprint } from "./inputs.js";
import type { Output, Request } from "./outcome.js";
import { absolute, type Project } from "./project.js";

/** One target on its way through a run; each stage fills in what it finds. */
export interface Job {
  readonly target: TargetConfig;
  readonly folder: OutputFolder;
  readonly settings: string;
  /** What the last run left; undefined if there was none. */
  readonly manifest: Manifest | undefined;
  made?: Made;
  output?: Output;
}

/** The files of a target, and from what they were made. */
export interface Made {
  readonly files: readonly OutputFile[];
  readonly inputs: ReadonlyMap<string, string>;
}

/** Looks at the output folder of a target: finishes what a killed run left there, and finds out whether there is anything to do. */
export async function examine(project: Project, config: Config, target: TargetConfig, request: Request, report: Report): Promise<Job> {
  const folder = { path: absolute(project, target.out.value), name: target.out.value, origin: target.out.span };
  await settle(project.fs, folder, writing(request), report);
  const settings = settingsFingerprint(project, config, target);
  const read = readManifest(project.fs, folder, report);
  const manifest = read === "none" ? undefined : read;
  const job = { target, folder, settings, manifest };
  if (!manifest || request.full || !isFresh(project, target, settings, manifest)) return job;
  const unchanged = [...manifest.files.keys()].sort();
  return { ...job, output: { target: target.name, folder: folder.name, written: [], deleted: [], unchanged } };
}

/** The jobs that have something to do. */
export function staleOf(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => !job.output);
}

/** What a request says about writing, with what it leaves open. */
export function writing({ force = false, dryRun = false, patience = 10_000 }: Request) {
  return { force, dryRun, patience };
}
