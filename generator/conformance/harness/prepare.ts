import path from "node:path";
import type { Config, TargetConfig } from "../../config/config.js";
import type { Model } from "../../model/index.js";
import type { Job } from "../../pipeline/job.js";
import { loadModel } from "../../pipeline/load-model.js";
import { makeFiles } from "../../pipeline/make-files.js";
import { confinement } from "../../pipeline/confinement.js";
import type { Project } from "../../pipeline/project.js";
import type { Report } from "../../source/report.js";
import { SourceFile } from "../../source/source-file.js";
import type { Text } from "../../source/span.js";
import type { OutputFile } from "../../target/index.js";
import type { Driver, Program } from "../drivers/index.js";

/** A client with its driver, ready to run. */
export interface Prepared {
  readonly model: Model;
  readonly program: Program;
}

/** What to generate: a target of a configuration, or a schema with nothing but its language. */
export interface Subject {
  readonly project: Project;
  readonly config: Config;
  readonly target: TargetConfig;
}

/** A schema file as if a configuration named it. */
export function subjectOf(schema: string, language: string, heddle: Project["heddle"], fs: Project["fs"]): Subject {
  const file = new SourceFile("heddle.config.yaml", "");
  const text = (value: string): Text => ({ value, span: { file, start: 0, end: 0 } });
  const target: TargetConfig = {
    name: language,
    client: undefined,
    language: text(language),
    schema: text(path.basename(schema)),
    out: text("out"),
    templates: [],
    transforms: [],
    settings: undefined,
    origin: text("").span,
  };
  const config: Config = { file, targets: [target], largestFile: 32e6, allowedOutside: [text("..")] };
  return { project: { fs, root: path.dirname(schema), config: "heddle.config.yaml", heddle }, config, target };
}

/** A client and what drives it, as files. */
export interface Driven {
  readonly model: Model;
  readonly files: readonly OutputFile[];
}

/** Generates a client together with its driver, in memory. Undefined if that cannot be; the report says why. */
export async function generateDriven(subject: Subject, target: string, home: string, report: Report): Promise<Driven | undefined> {
  const { project, config } = subject;
  const overlay = path.relative(project.root, path.join(home, "drivers", target, "templates"));
  const templates = [...subject.target.templates, { value: overlay.replaceAll(path.sep, "/"), span: subject.target.origin }];
  const { model } = loadModel(project, subject.target.schema.value, {
    largestFile: config.largestFile,
    allows: confinement(project, config.allowedOutside),
  });
  const { out, origin } = subject.target;
  const job: Job = {
    target: { ...subject.target, templates },
    folder: { path: path.join(project.root, out.value), name: out.value, origin },
    settings: "",
    manifest: undefined,
  };
  await makeFiles(project, { ...config, targets: [job.target] }, [job], {}, report);
  return report.failed || !job.made || !model ? undefined : { model, files: job.made.files };
}

/** Makes a program of a client and its driver; `folder` is its own. */
export async function prepare(
  { model, files }: Driven,
  driver: Driver,
  folder: string,
  { home, project, progress = ignored }: { readonly home: string; readonly project: Project; readonly progress?: (step: string) => void },
  alter: (file: OutputFile) => OutputFile = same,
): Promise<Prepared> {
  project.fs.makeFolder(folder);
  return { model, program: await driver.build(files.map(alter), { folder, home: path.join(home, "drivers"), progress }) };
}

function ignored(): void {}

function same(file: OutputFile): OutputFile {
  return file;
}
