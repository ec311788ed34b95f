import type { TargetConfig } from "../config/config.js";
import { diskStates } from "../output/disk-state.js";
import type { Manifest } from "../output/manifest.js";
import { absolute, type Project } from "./project.js";
import { fileFingerprint, templateInputs } from "./inputs.js";

/**
 * True if a run would change nothing, found out without running: the same Heddle, settings and inputs, and every output as it was
 * written. Whoever removes an input file, adds a template or edits an output is noticed.
 */
export function isFresh(project: Project, target: TargetConfig, settings: string, manifest: Manifest): boolean {
  if (manifest.heddle !== project.heddle.version || manifest.settings !== settings) return false;
  if (!manifest.inputs.has(target.schema.value)) return false;
  for (const file of templateInputs(project, target).keys()) if (!manifest.inputs.has(file)) return false;
  for (const [file, hash] of manifest.inputs) if (fileFingerprint(project, absolute(project, file)) !== hash) return false;
  const disk = diskStates(project.fs, absolute(project, target.out.value));
  for (const [file, hash] of manifest.files) {
    const state = disk(file);
    if (state.kind !== "file" || state.hash !== hash) return false;
  }
  return true;
}
