import path from "node:path";
import type { Report } from "../source/report.js";
import { apply, recover } from "./apply.js";
import { diskStates } from "./disk-state.js";
import type { FileSystem } from "./file-system.js";
import { fingerprint } from "./fingerprint.js";
import { withLock } from "./lock.js";
import { parseManifest, printManifest, type Manifest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import type { OutputFolder } from "./output-folder.js";
import { lockName, manifestName, outputPathProblem, workName } from "./output-path.js";
import { guarded } from "./output-problem.js";
import { reconcile, type Change, type Refusal } from "./reconcile.js";

export interface UpdateOptions {
  /** Overwrite and delete what was edited by hand, and what is somebody else's. */
  readonly force: boolean;
  /** Find out what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Milliseconds to wait for another run. */
  readonly patience: number;
}

/** What a run did to a folder, or would do: paths from the folder, by code point. */
export interface Update {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
}

/** Brings a folder to hold exactly `wanted` and its manifest, beside what is the user's; undefined if it must not or cannot be done. */
export async function update(
  fs: FileSystem,
  folder: OutputFolder,
  wanted: readonly OutputFile[],
  made: Omit<Manifest, "files">,
  options: UpdateOptions,
  report: Report,
): Promise<Update | undefined> {
  if (!checkPaths(wanted, folder, report)) return undefined;
  const work = (): Update | undefined => {
    if (!options.dryRun) recover(fs, folder.path, options.force);
    const changes = plan(fs, folder, wanted, made, options.force, report);
    if (changes && !options.dryRun) apply(fs, folder.path, changes);
    return changes && summary(changes, wanted);
  };
  return guarded(folder, report, () => (options.dryRun ? work() : withLock(fs, folder.path, options.patience, work)));
}

/** Finishes what a killed run left in a folder, if it left anything; false if that failed. */
export async function settle(
  fs: FileSystem,
  folder: OutputFolder,
  options: Omit<UpdateOptions, "dryRun">,
  report: Report,
): Promise<boolean> {
  const done = await guarded(folder, report, async () => {
    if (![workName, lockName].some((name) => fs.stat(path.join(folder.path, name)))) return true;
    return withLock(fs, folder.path, options.patience, () => (recover(fs, folder.path, options.force), true));
  });
  return done === true;
}

/** The manifest of a folder; "none" if it has none, undefined if it makes no sense, which is reported. */
export function readManifest(fs: FileSystem, folder: OutputFolder, report: Report): Manifest | "none" | undefined {
  const file = path.join(folder.path, manifestName);
  const stat = fs.stat(file);
  if (!stat) return "none";
  const bytes = stat.kind === "file" ? fs.read(file) : undefined;
  const read = bytes ? parseManifest(Buffer.from(bytes).toString()) : { problem: "it is not a file" };
  if ("manifest" in read) return read.manifest;
  report.add("HD705", folder.origin, { path: `${folder.name}/${manifestName}`, problem: read.problem });
  return undefined;
}

function plan(
  fs: FileSystem,
  folder: OutputFolder,
  wanted: readonly OutputFile[],
  made: Omit<Manifest, "files">,
  force: boolean,
  report: Report,
): readonly Change[] | undefined {
  const manifest = readManifest(fs, folder, report);
  if (!manifest) return undefined;
  const disk = diskStates(fs, folder.path);
  const listed = manifest === "none" ? new Map<string, string>() : manifest.files;
  const { changes, refused } = reconcile({ wanted, listed, disk, force });
  for (const refusal of refused) refuse(refusal, folder, report);
  if (refused.length > 0) return undefined;
  const content = printManifest({ ...made, files: new Map(wanted.map((file) => [file.path, fingerprint(file.content)])) });
  const state = disk(manifestName);
  const change = { path: manifestName, before: state.kind === "file" ? state.hash : undefined, after: fingerprint(content), content };
  return change.before === change.after ? changes : [...changes, change];
}

function refuse({ path, reason, by }: Refusal, folder: OutputFolder, report: Report): void {
  const file = `${folder.name}/${path}`;
  if (reason === "edited")
    report.add(
      "HD702",
      folder.origin,
      { path: file },
      { hint: "move the change to the schema or a template; `heddle generate --force` overwrites it" },
    );
  else if (reason === "foreign")
    report.add(
      "HD703",
      folder.origin,
      { path: file },
      { hint: "rename your file or choose another `out`; `heddle generate --force` overwrites it" },
    );
  else report.add("HD704", folder.origin, { path: file, by: `${folder.name}/${by ?? path}` });
}

function summary(changes: readonly Change[], wanted: readonly OutputFile[]): Update {
  const written = changes.filter((change) => change.content !== undefined).map((change) => change.path);
  const deleted = changes.filter((change) => change.content === undefined).map((change) => change.path);
  const touched = new Set(written);
  const unchanged = wanted.map((file) => file.path).filter((path) => !touched.has(path));
  return { written: written.sort(), deleted: deleted.sort(), unchanged: unchanged.sort() };
}

function checkPaths(wanted: readonly OutputFile[], folder: OutputFolder, report: Report): boolean {
  const seen = new Map<string, string>();
  let valid = true;
  for (const { path } of wanted) {
    const problem = outputPathProblem(path);
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    if (problem !== undefined) report.add("HD707", folder.origin, { path, problem });
    else if (other !== undefined) report.add("HD706", folder.origin, { path, other });
    valid &&= problem === undefined && other === undefined;
  }
  return valid;
}
