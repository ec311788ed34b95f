import { manifestName } from "../output/output-path.js";
import { generate } from "../pipeline.js";
import type { Outcome, Output, Request } from "../pipeline/outcome.js";
import { printFindings, printJson, type Format } from "./findings.js";
import { progressOn } from "./progress.js";
import { projectOf } from "./project-of.js";
import { toFindings } from "../source/render/json.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface GenerateOptions {
  readonly config?: string;
  readonly only?: readonly string[];
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly full?: boolean;
  readonly format: Format;
}

/** `heddle generate`: exit code 0, or 1 if the input has errors. */
export async function runGenerate(options: GenerateOptions, terminal: Terminal): Promise<number> {
  const outcome = await outcomeOf(options, terminal);
  if (options.format === "json") printJson(resultOf(outcome), terminal);
  else for (const output of outcome.outputs) terminal.out(options.dryRun ? listOf(output, "would write", "would delete") : lineOf(output));
  return outcome.ok ? exitCodes.ok : exitCodes.problems;
}

/** `heddle check`: exit code 1 also if `generate` would change something. */
export async function runCheck(options: Omit<GenerateOptions, "dryRun" | "force">, terminal: Terminal): Promise<number> {
  const outcome = await outcomeOf({ ...options, dryRun: true }, terminal);
  const stale = outcome.outputs.filter(({ written, deleted }) => written.length + deleted.length > 0);
  if (options.format === "json") printJson({ ...resultOf(outcome), stale: stale.length > 0 }, terminal);
  else if (options.format === "github")
    for (const output of stale) terminal.out(`::error title=stale::${output.folder} is stale; run heddle generate\n`);
  else {
    for (const output of stale) terminal.out(listOf(output, "stale:", "stale, to be deleted:"));
    if (stale.length > 0) terminal.err("Run `heddle generate`, and commit what it writes.\n");
  }
  return outcome.ok && stale.length === 0 ? exitCodes.ok : exitCodes.problems;
}

async function outcomeOf(options: GenerateOptions, terminal: Terminal): Promise<Outcome> {
  const progress = progressOn(terminal);
  try {
    const outcome = await generate(projectOf(terminal.folder, options.config), { ...requestOf(options), progress: progress.step });
    progress.end();
    printFindings(outcome.diagnostics, options.format, terminal);
    return outcome;
  } finally {
    progress.end();
  }
}

export function requestOf({ config: _, format: __, ...request }: GenerateOptions): Request {
  return request;
}

export function resultOf({ ok, diagnostics, outputs }: Outcome): object {
  return { ok, diagnostics: toFindings(diagnostics), outputs };
}

export function lineOf({ folder, written, deleted, unchanged }: Output): string {
  const files = written.filter((file) => file !== manifestName);
  const counts = [
    ...(files.length > 0 ? [`${files.length} written`] : []),
    ...(deleted.length > 0 ? [`${deleted.length} deleted`] : []),
    `${unchanged.length} unchanged`,
  ];
  return `${folder}: ${counts.join(", ")}\n`;
}

export function listOf({ folder, written, deleted }: Output, write: string, remove: string): string {
  const lines = [...written.map((file) => `${write} ${folder}/${file}\n`), ...deleted.map((file) => `${remove} ${folder}/${file}\n`)];
  return lines.join("");
}
