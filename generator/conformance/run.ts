import os from "node:os";
import path from "node:path";
import type { Project } from "../pipeline/project.js";
import type { OutputFile } from "../target/index.js";
import { suggestion } from "../source/nearest.js";
import { Report } from "../source/report.js";
import { BuildError, ToolError } from "./drivers/build-error.js";
import { drivers } from "./drivers/index.js";
import { addBuildFinding } from "./harness/build-finding.js";
import { Player, type Environment as Seats } from "./harness/player.js";
import { generateDriven, prepare, type Driven, type Prepared, type Subject } from "./harness/prepare.js";
import { fullName, type Verdict } from "./harness/verdict.js";
import { exampleScenarios } from "./scenario/examples.js";
import { bind, callsOf, unknownOption, type BoundCall } from "./scenario/bind.js";
import type { Scenario, Suite } from "./scenario/scenario.js";
import { readRules, type Rule } from "./rules.js";
import { readSuites, readSuppressions } from "./shipped.js";
import { subjectsOf } from "./subjects.js";

export interface ConformanceRequest {
  readonly target: string;
  /** Only scenarios or files whose name contains one of these. */
  readonly only?: readonly string[];
  /** Files of scenarios of one's own, absolute; the shipped ones if there are none. */
  readonly suites?: readonly string[];
  /** A file that says which scenarios may fail, absolute; the shipped one is for the shipped scenarios. */
  readonly suppressions?: string;
  /** A target of a configuration: its schema's examples are played, and nothing else. */
  readonly subject?: Subject;
  /** Of a matrix of splits, only the whole and the bytes one by one. */
  readonly quick?: boolean;
  /** Changes a generated file before the driver is built: a client with a defect has to fail. */
  readonly alter?: (file: OutputFile) => OutputFile;
  /** Clients that were generated before, by their schema: whoever runs the suite again and again generates them once. */
  readonly generated?: Map<string, Driven>;
  /** Milliseconds after which a driver that says nothing is given up; 15 s if left out. */
  readonly patience?: number;
  readonly progress?: (step: string) => void;
}

export interface ConformanceResult {
  readonly ok: boolean;
  readonly report: Report;
  readonly verdicts: readonly Verdict[];
  readonly rules: ReadonlyMap<string, Rule>;
}

/** The whole program: reads the scenarios, generates a client and its driver for each schema, plays every scenario, and judges it. */
export async function conformance(project: Project, request: ConformanceRequest): Promise<ConformanceResult> {
  const report = new Report();
  const home = path.join(project.heddle.templates, "../generator/conformance");
  const driver = drivers.get(request.target);
  if (!driver) {
    report.add("HD801", undefined, { target: request.target }, { hint: `known are ${[...drivers.keys()].join(", ")}` });
    return { ok: false, report, verdicts: [], rules: new Map() };
  }
  const suppressions = readSuppressions(home, driver.target, request, project.fs, report);
  const suites = request.subject ? [] : readSuites(home, request.suites ?? [], project, report);
  const rules = readRules(path.join(home, "rules.yaml"), project.fs, report);
  checkRules(suites, rules, report);
  const wanted = suites.map((suite) => selected(suite, request.only ?? []));
  const schemas = new Map<string, Scenario[]>();
  for (const suite of wanted) {
    if (suite.scenarios.length > 0) schemas.set(suite.schema, [...(schemas.get(suite.schema) ?? []), ...suite.scenarios]);
  }
  const isOwn = (request.suites?.length ?? 0) > 0;
  const subjects = subjectsOf(suites, driver.target, project, isOwn, report);
  if (report.failed) return { ok: false, report, verdicts: [], rules: new Map() };
  const folder = path.join(os.tmpdir(), `heddle-conformance-${process.pid}`);
  const { patience = 15_000 } = request;
  const environment = { driver, folder, home, suppressions, report, project, request, patience };
  try {
    const jobs = request.subject
      ? [playSchema(request.subject, undefined, environment)]
      : [...subjects].map(([schema, subject]) => playSchema(subject, schemas.get(schema) ?? [], environment));
    const verdicts = (await Promise.all(jobs)).flat();
    const isWhole = (request.only ?? []).length === 0 && !request.subject;
    const unused = isWhole ? suppressions.unused(verdicts.map(({ scenario }) => scenario.name)) : [];
    for (const name of unused) report.add("HD803", undefined, { name });
    return { ok: !report.failed && verdicts.every(({ status }) => status !== "failed" && status !== "revived"), report, verdicts, rules };
  } finally {
    project.fs.removeTree(folder);
  }
}

/** A rule that is cited has to exist. */
function checkRules(suites: readonly Suite[], rules: ReadonlyMap<string, Rule>, report: Report): void {
  if (rules.size === 0) return;
  for (const { origin, rules: cited } of suites.flatMap((suite) => suite.scenarios)) {
    const unknown = cited.find((id) => !rules.has(id));
    if (unknown !== undefined) report.add("HD805", origin, { id: unknown }, { hint: suggestion(unknown, rules.keys()) });
  }
}

interface Environment extends Seats {
  readonly folder: string;
  readonly report: Report;
  readonly request: ConformanceRequest;
}

/** A suite with the scenarios that are asked for, by file, name, or a part of either. */
function selected(suite: Suite, only: readonly string[]): Suite {
  if (only.length === 0) return suite;
  const isFile = (text: string): boolean => path.basename(suite.path) === `${text.replace(/\.yaml$/, "")}.yaml`;
  if (only.some(isFile)) return suite;
  return { ...suite, scenarios: suite.scenarios.filter((scenario) => only.some((text) => fullName(scenario).includes(text))) };
}

/** Driver processes for each client: scenarios wait for sockets more than they work. */
const sideBySide = 2;

async function playSchema(
  subject: Subject,
  scenarios: readonly Scenario[] | undefined,
  environment: Environment,
): Promise<readonly Verdict[]> {
  const { driver, folder, home, report, request } = environment;
  const { project, target } = subject;
  if (scenarios?.length === 0) return [];
  const name = target.schema.value;
  request.progress?.(`generating the client of ${name}`);
  const driven = request.generated?.get(name) ?? (await generateDriven(subject, driver.target, home, report));
  if (!driven) return [];
  request.generated?.set(name, driven);
  const prepared = await built(driven, name, path.join(folder, project.root.replace(/\W+/g, "_"), name), environment);
  if (!prepared) return [];
  const only = request.only ?? [];
  const isWanted = (scenario: Scenario): boolean => only.length === 0 || only.some((text) => scenario.name.includes(text));
  const isKept = ({ split }: Scenario): boolean => !request.quick || split?.kind !== "at";
  const all = (scenarios ?? exampleScenarios(prepared.model).filter(isWanted)).filter(isKept);
  const bound = all.map((scenario) => ({ scenario, calls: boundCalls(scenario, prepared, report) }));
  if (report.failed) return [];
  const waiting = bound.map((each, index) => ({ ...each, index }));
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    const player = new Player(prepared.program, environment);
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        request.progress?.(`${name}: ${next.index + 1}/${bound.length} ${fullName(next.scenario)}`);
        verdicts[next.index] = await player.verdict(next.scenario, next.calls);
      }
    } finally {
      player.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, Math.ceil(bound.length / 20)) }, work));
  return verdicts;
}

/** The client's driver as a program; undefined if that does not compile, which is reported. */
async function built(driven: Driven, schema: string, folder: string, environment: Environment): Promise<Prepared | undefined> {
  const { driver, home, project, report, request } = environment;
  const progress = (step: string): void => request.progress?.(`${schema}: ${step}`);
  try {
    return await prepare(driven, driver, folder, { home, project, progress }, request.alter);
  } catch (error) {
    if (error instanceof BuildError) addBuildFinding(error, driven, schema, report);
    else if (error instanceof ToolError) report.add("HD808", undefined, { tool: error.tool, problem: error.message }, { hint: error.hint });
    else throw error;
    return undefined;
  }
}

function boundCalls({ calls, client, origin }: Scenario, { model }: Prepared, report: Report): readonly BoundCall[] {
  const known = callsOf(model);
  const clones = calls.map(({ input }) => input.with ?? {});
  for (const options of [client, ...clones]) {
    const problem = unknownOption(Object(options), model);
    if (problem !== undefined) report.add("HD802", origin, { problem });
  }
  const seen = new Map<string, BoundCall | string>();
  return calls.flatMap((script) => {
    const found = bind(script, known);
    if (typeof found !== "string") return [found];
    if (!seen.has(found)) report.add("HD802", origin, { problem: found });
    seen.set(found, found);
    return [];
  });
}
