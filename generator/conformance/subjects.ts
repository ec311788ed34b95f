import path from "node:path";
import { openConfig } from "../pipeline/open-config.js";
import { absolute, type Project } from "../pipeline/project.js";
import type { Report } from "../source/report.js";
import { subjectOf, type Subject } from "./harness/prepare.js";
import type { Suite } from "./scenario/scenario.js";

/** What a suite's client is generated from: the project's own target, if its configuration has one for that schema; else the schema alone. */
export function subjectsOf(
  suites: readonly Suite[],
  language: string,
  project: Project,
  isOwn: boolean,
  report: Report,
): ReadonlyMap<string, Subject> {
  const config = isOwn && project.fs.read(absolute(project, project.config)) ? openConfig(project, report) : undefined;
  const found = new Map<string, Subject>();
  for (const { schema, origin } of suites) {
    const target = config?.targets.find(
      (each) => each.language.value === language && path.resolve(project.root, each.schema.value) === schema,
    );
    if (config && target) found.set(schema, { project, config, target });
    else if (project.fs.read(schema)) found.set(schema, subjectOf(schema, language, project.heddle, project.fs));
    else
      report.add(
        "HD100",
        origin,
        { path: path.relative(project.root, schema).replaceAll(path.sep, "/") },
        { hint: "the schema of scenarios is named from the folder of their file" },
      );
  }
  return found;
}
