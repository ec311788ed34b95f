import path from "node:path";
import type { Config, TargetConfig } from "../config/config.js";
import { readConfig } from "../config/read-config.js";
import { nearest } from "../source/nearest.js";
import type { Report } from "../source/report.js";
import type { Text } from "../source/span.js";
import { decode } from "../syntax/decode.js";
import { confinement } from "./confinement.js";
import { absolute, type Project } from "./project.js";

const largestConfig = 1e6;

/** Reads the configuration and checks that what it names is there and may be used. */
export function openConfig(project: Project, report: Report): Config | undefined {
  const bytes = project.fs.read(absolute(project, project.config));
  if (!bytes) {
    const near = nearest(project.config, project.fs.list(project.root));
    const hint = near === undefined ? "`heddle init` writes one to start from" : `did you mean \`${near}\`?`;
    report.add("HD001", undefined, { path: project.config }, { hint });
    return undefined;
  }
  const file = decode(project.config, bytes, largestConfig, undefined, report);
  const config = file && readConfig(file, report);
  if (config) checkPlaces(project, config, report);
  return report.failed ? undefined : config;
}

/** The targets that `only` names, all if it names none: a client, a language, or both with a slash between. */
export function selectTargets(config: Config, only: readonly string[], report: Report): readonly TargetConfig[] {
  const names = config.targets.map((target) => [target.name, target.client ?? target.name, target.language.value]);
  for (const name of only) {
    if (names.some((known) => known.includes(name))) continue;
    const known = [...new Set(names.flat())].map((each) => `\`${each}\``);
    report.add("HD008", undefined, { name }, { hint: `the configuration has ${known.join(", ")}` });
  }
  return config.targets.filter((_, index) => only.length === 0 || only.some((name) => names[index]?.includes(name)));
}

function checkPlaces(project: Project, config: Config, report: Report): void {
  const allows = confinement(project, config.allowedOutside);
  const stays = ({ value, span }: Text): void => {
    if (!allows(value)) report.add("HD002", span, { path: value });
  };
  for (const target of config.targets) {
    stays(target.schema);
    stays(target.out);
    for (const folder of target.templates) checkThere(project, folder, "folder", "template folder", report);
    for (const transform of target.transforms) checkThere(project, transform, "file", "transform", report);
  }
}

function checkThere(project: Project, { value, span }: Text, kind: string, what: string, report: Report): void {
  const file = absolute(project, value);
  if (project.fs.stat(project.fs.realPath(file))?.kind === kind) return;
  const near = nearest(path.basename(file), project.fs.list(path.dirname(file)));
  report.add(
    "HD007",
    span,
    { path: value, what },
    near === undefined ? {} : { hint: `did you mean \`${path.posix.join(path.posix.dirname(value), near)}\`?` },
  );
}
