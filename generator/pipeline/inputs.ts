import path from "node:path";
import type { Config, TargetConfig } from "../config/config.js";
import { filesIn } from "../output/disk-state.js";
import { fingerprint } from "../output/fingerprint.js";
import { readValue } from "../syntax/read/value.js";
import { absolute, type Project } from "./project.js";

/**
 * Fingerprint of all that decides about a target beside its input files: its settings, and the built-in templates. The code of Heddle
 * itself is told apart by its version only; `--full` is for those who change it.
 */
export function settingsFingerprint(project: Project, config: Config, target: TargetConfig): string {
  const folder = path.join(project.heddle.templates, target.language.value);
  const templates = filesIn(project.fs, folder, "").map((file) => [file, fileFingerprint(project, path.join(folder, file))]);
  const { schema, language, settings } = target;
  const values = settings && readValue(settings).value;
  const limits = [config.largestFile, config.allowedOutside.map(({ value }) => value)];
  return fingerprint(JSON.stringify([schema.value, language.value, values ?? null, limits, templates]));
}

/** Fingerprints of the user's templates and transforms, by path from the project. */
export function templateInputs(project: Project, target: TargetConfig): Map<string, string> {
  const inputs = new Map<string, string>();
  const add = (file: string): void => {
    const hash = fileFingerprint(project, absolute(project, file));
    if (hash !== undefined) inputs.set(file, hash);
  };
  for (const { value } of target.templates) for (const file of filesIn(project.fs, project.root, value)) add(file);
  for (const { value } of target.transforms) add(value);
  return inputs;
}

/** Undefined if there is no ordinary file. */
export function fileFingerprint(project: Project, file: string): string | undefined {
  const real = project.fs.realPath(file);
  const bytes = project.fs.stat(real)?.kind === "file" ? project.fs.read(real) : undefined;
  return bytes && fingerprint(bytes);
}
