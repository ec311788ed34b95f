import path from "node:path";
import type { Config, TargetConfig } from "../config/config.js";
import { readOptions } from "../config/options.js";
import { fingerprint } from "../output/fingerprint.js";
import { suggestion } from "../source/nearest.js";
import type { Report } from "../source/report.js";
import {
  loadTemplates,
  loadTransforms,
  readRuntime,
  renderTarget,
  type CodeFolder,
  type CodeInput,
  type LoadedTemplates,
  type LoadedTransforms,
  type OutputFile,
  type ProvidedModules,
  type Target,
  type TargetOptions,
} from "../target/index.js";
import { targets } from "../targets/index.js";
import * as template from "../template.js";
import { confinement } from "./confinement.js";
import { templateInputs } from "./inputs.js";
import type { Job } from "./job.js";
import { loadModel, type LoadedModel } from "./load-model.js";
import type { Request } from "./outcome.js";
import { absolute, type Project } from "./project.js";

/** A job with its language, and the user's code on its way from the compiler. */
interface Task {
  readonly job: Job;
  readonly target: Target;
  readonly options: TargetOptions;
  readonly builtIn: CodeFolder;
  readonly templates: Promise<LoadedTemplates>;
  readonly transforms: Promise<LoadedTransforms>;
}

/** There is one `heddle/template` in the process, this one, whoever imports it. */
const provided: ProvidedModules = new Map([["heddle/template", () => template]]);

/** Makes the files of all jobs, in memory: load and resolve, render, finish. Each stage reports all it finds, and the next one needs it to be clean. */
export async function makeFiles(project: Project, config: Config, jobs: readonly Job[], request: Request, report: Report): Promise<void> {
  // The compiler is a process of its own, which works on the templates while this one reads the schemas.
  const started = new Map<string, Promise<LoadedTemplates>>();
  const tasks = jobs.flatMap((job) => begin(project, job, started, report) ?? []);
  for (const { job, target } of tasks) if (!job.manifest) void target.prepare?.();
  const models = loadModels(project, config, jobs, request, report);
  await Promise.all(tasks.flatMap(({ templates, transforms }) => [templates, transforms]));
  if (report.failed) return;
  const rendered: (readonly OutputFile[])[] = [];
  for (const task of tasks) rendered.push(await render(project, task, models, request, report));
  if (report.failed) return;
  for (const [index, task] of tasks.entries()) await finish(project, task, rendered[index] ?? [], models, request, report);
}

/** `started` has the templates by folders: targets that have the same share them. */
function begin(project: Project, job: Job, started: Map<string, Promise<LoadedTemplates>>, report: Report): Task | undefined {
  const target = languageOf(job.target, report);
  const options = target && readOptions(job.target, target.options, report);
  if (!target || !options) return undefined;
  const { fs } = project;
  const builtIn = { path: path.join(project.heddle.templates, target.id), shown: `heddle/templates/${target.id}` };
  const overlays = job.target.templates.map(({ value }) => ({ path: absolute(project, value), shown: value }));
  const files = job.target.transforms.map(({ value }) => {
    const shown = path.posix.dirname(value);
    return { folder: { path: absolute(project, shown), shown }, name: path.posix.basename(value) };
  });
  const folders = [builtIn, ...overlays].map((folder) => folder.path).join("\n");
  const templates = started.get(folders) ?? loadTemplates({ builtIn, overlays }, fs, provided, report);
  started.set(folders, templates);
  const transforms = loadTransforms(files, { reader: fs, provided: new Map([...provided, ...(target.packages ?? [])]), report });
  return { job, target, options, builtIn, templates, transforms };
}

function languageOf({ language }: TargetConfig, report: Report): Target | undefined {
  const target = targets.get(language.value);
  const hint = suggestion(language.value, targets.keys()) ?? `known are ${[...targets.keys()].map((id) => `\`${id}\``).join(", ")}`;
  if (!target) report.add("HD011", language.span, { language: language.value }, { hint });
  return target;
}

/** The Model of every schema, each loaded once. */
function loadModels(
  project: Project,
  config: Config,
  jobs: readonly Job[],
  request: Request,
  report: Report,
): ReadonlyMap<string, LoadedModel> {
  const models = new Map<string, LoadedModel>();
  const limits = { largestFile: config.largestFile, allows: confinement(project, config.allowedOutside) };
  for (const { schema } of jobs.map((job) => job.target)) {
    if (models.has(schema.value)) continue;
    request.progress?.(`reading ${schema.value}`);
    const loaded = loadModel(project, schema.value, limits, schema.span);
    report.addAll(loaded.diagnostics);
    models.set(schema.value, loaded);
  }
  return models;
}

async function render(
  project: Project,
  { job, target, options, builtIn, ...task }: Task,
  models: ReadonlyMap<string, LoadedModel>,
  request: Request,
  report: Report,
): Promise<readonly OutputFile[]> {
  const model = models.get(job.target.schema.value)?.model;
  if (!model) return [];
  request.progress?.(`rendering ${job.target.name}`);
  const { templates } = await task.templates;
  const { files: runtime } = readRuntime(builtIn, project.fs);
  return renderTarget(target, { model, options, templates, runtime, report });
}

/** Has new files checked and transformed, and notes what all of them were made from. */
async function finish(
  project: Project,
  { job, target, options, builtIn, ...task }: Task,
  rendered: readonly OutputFile[],
  models: ReadonlyMap<string, LoadedModel>,
  request: Request,
  report: Report,
): Promise<void> {
  request.progress?.(`checking ${job.target.name}`);
  const [loaded, { transforms, inputs }] = await Promise.all([task.templates, task.transforms]);
  const isNew = ({ path, content }: OutputFile): boolean => transforms.length > 0 || job.manifest?.files.get(path) !== fingerprint(content);
  const changed = await target.finish(rendered.filter(isNew), { options, transforms, report });
  const files = new Map([...rendered, ...changed].map((file) => [file.path, file]));
  const own = [...loaded.inputs, ...inputs].filter((input) => !input.path.startsWith(builtIn.path + path.sep));
  const schemas = models.get(job.target.schema.value)?.inputs ?? [];
  job.made = {
    files: [...files.values()],
    inputs: new Map([...schemas, ...templateInputs(project, job.target), ...own.map(fingerprinted(project))]),
  };
}

function fingerprinted(project: Project): (input: CodeInput) => readonly [string, string] {
  return ({ path: file, bytes }) => [path.relative(project.root, file).replaceAll("\\", "/"), fingerprint(bytes)];
}
