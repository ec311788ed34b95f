import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isFailure, type Verdict } from "../../../generator/conformance/harness/verdict.js";
import type { Driven } from "../../../generator/conformance/harness/prepare.js";
import { conformance } from "../../../generator/conformance/run.js";
import { disk } from "../../../generator/output/file-system.js";
import { installation } from "../../../generator/pipeline/project.js";
import type { OutputFile } from "../../../generator/target/index.js";
import { repository } from "../../support/heddle.js";

/** A small change of one file of the runtime. */
export interface Bug {
  /** What a client with it does. */
  readonly bug: string;
  /** From the runtime's folder. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** What it breaks: a scenario that is about this rule has to fail. */
  readonly rule: string;
  /** Parts of the names of the scenarios that are played. */
  readonly only: readonly string[];
}

export const bugs = parse(readFileSync(path.join(import.meta.dirname, "bugs.yaml"), "utf8")) as readonly Bug[];

/** The sound clients, generated once. */
const generated = new Map<string, Driven>();

const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };

/** Milliseconds until a client that says nothing is given up: some bugs make it wait for ever. */
const patience = 4000;

/** The scenarios that fail with a bug. */
export async function failing({ bug, file, from, to, only }: Bug): Promise<readonly Verdict[]> {
  const alter = (each: OutputFile): OutputFile => (each.path === `runtime/${file}` ? { ...each, content: changed(each.content) } : each);
  const { report, verdicts } = await conformance(project, { target: "typescript", only, quick: true, alter, generated, patience });
  const problems = report.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (verdicts.length === 0) throw new Error(`${bug}: no scenario is called ${only.join(" or ")}`);
  return verdicts.filter(isFailure);

  function changed(content: string): string {
    const pieces = content.split(from);
    if (pieces.length !== 2) throw new Error(`${bug}: ${file} has ${pieces.length - 1} times ${JSON.stringify(from)}`);
    return pieces.join(to);
  }
}
