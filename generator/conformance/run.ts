import os from "node:os";
import path from "node:path";
import type { Project } from "../pipeline/project.js";
import { suggestion } from "../source/nearest.js";
import { Report } from "../source/report.js";
import { drivers, type Driver } from "./drivers/index.js";
import { DriverProcess } from "./harness/driver-process.js";
import { judge } from "./harness/judge.js";
import { play } from "./harness/play.js";
import { prepare, subjectOf, type Prepared, type Subject } from "./harness/prepare.js";
import { Suppressions } from "./harness/suppressions.js";
import { fullName, type Verdict } from "./harness/verdict.js";
import { exampleScenarios } from "./scenario/examples.js";
import { bind, callsOf, type BoundCall } from "./scenario/bind.js";
import type { Scenario, Suite } from "./scenario/scenario.js";
import { readRules, type Rule } from "./rules.js";
import { readIdentity, readSuites, readSuppressions } from "./shipped.js";

export interface ConformanceRequest {
  readonly target: string;
  /** Only scenarios or files whose name contains one of these. */
  readonly only?: readonly string[];
  /** Files of scenarios of one's own, absolute; the shipped ones if there are none. */
  readonly suites?: readonly string[];
  /** A target of a configuration: its schema's examples are played, and nothing else. */
  readonly subject?: Subject;
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
  const suppressions = readSuppressions(home, driver.target, project.fs, report);
  const suites = request.subject ? [] : readSuites(home, request.suites ?? [], project, report);
  const rules = readRules(path.join(home, "rules.yaml"), project.fs, report);
  checkRules(suites, rules, report);
  const wanted = suites.map((suite) => selected(suite, request.only ?? []));
  const schemas = new Map<string, Scenario[]>();
  for (const suite of wanted) {
    if (suite.scenarios.length > 0) schemas.set(suite.schema, [...(schemas.get(suite.schema) ?? []), ...suite.scenarios]);
  }
  if (report.failed) return { ok: false, report, verdicts: [], rules: new Map() };
  const folder = path.join(os.tmpdir(), `heddle-conformance-${process.pid}`);
  const environment = { driver, folder, home, suppressions, report, project, request };
  try {
    const jobs = request.subject
      ? [playSchema(request.subject, undefined, environment)]
      : [...schemas].map(([schema, scenarios]) =>
          playSchema(subjectOf(schema, driver.target, project.heddle, project.fs), scenarios, environment),
        );
    const verdicts = (await Promise.all(jobs)).flat();
    const isWhole = (request.only ?? []).length === 0 && !request.subject && !request.suites?.length;
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

interface Environment {
  readonly driver: Driver;
  readonly folder: string;
  readonly home: string;
  readonly suppressions: Suppressions;
  readonly report: Report;
  readonly project: Project;
  readonly request: ConformanceRequest;
}

/** A suite with the scenarios that are asked for, by file, name, or a part of either. */
function selected(suite: Suite, only: readonly string[]): Suite {
  if (only.length === 0) return suite;
  const isFile = (text: string): boolean => path.basename(suite.path) === `${text.replace(/\.yaml$/, "")}.yaml`;
  if (only.some(isFile)) return suite;
  return { ...suite, scenarios: suite.scenarios.filter((scenario) => only.some((text) => fullName(scenario).includes(text))) };
}

async function playSchema(
  subject: Subject,
  scenarios: readonly Scenario[] | undefined,
  environment: Environment,
): Promise<readonly Verdict[]> {
  const { driver, folder, home, report, request } = environment;
  const { project, target } = subject;
  const name = target.schema.value;
  request.progress?.(`generating the client of ${name}`);
  const prepared = await prepare(subject, driver, path.join(folder, project.root.replace(/\W+/g, "_"), name), home, report);
  if (!prepared) return [];
  const only = request.only ?? [];
  const isWanted = (scenario: Scenario): boolean => only.length === 0 || only.some((text) => scenario.name.includes(text));
  const all = scenarios ?? exampleScenarios(prepared.model).filter(isWanted);
  const bound = all.map((scenario) => ({ scenario, calls: boundCalls(scenario, prepared, report) }));
  if (report.failed) return [];
  const player = new Player(prepared, environment);
  try {
    const verdicts: Verdict[] = [];
    for (const [index, { scenario, calls }] of bound.entries()) {
      request.progress?.(`${name}: ${index + 1}/${bound.length} ${fullName(scenario)}`);
      verdicts.push(await player.verdict(scenario, calls));
    }
    return verdicts;
  } finally {
    player.stop();
  }
}

function boundCalls({ calls, origin }: Scenario, { model }: Prepared, report: Report): readonly BoundCall[] {
  const known = callsOf(model);
  const seen = new Map<string, BoundCall | string>();
  return calls.flatMap((script) => {
    const found = bind(script, known);
    if (typeof found !== "string") return [found];
    if (!seen.has(found)) report.add("HD802", origin, { problem: found });
    seen.set(found, found);
    return [];
  });
}

/** One driver process after the other: a scenario that kills it has failed, and the next one gets another. */
class Player {
  readonly #prepared: Prepared;
  readonly #environment: Environment;
  #process: DriverProcess | undefined;
  #id = 0;

  constructor(prepared: Prepared, environment: Environment) {
    this.#prepared = prepared;
    this.#environment = environment;
  }

  async verdict(scenario: Scenario, calls: readonly BoundCall[]): Promise<Verdict> {
    const { driver, suppressions } = this.#environment;
    if (scenario.applies.length > 0 && !scenario.applies.includes(driver.target))
      return { scenario, status: "not applicable", problems: [] };
    const problems = await this.#problems(scenario, calls);
    const suppression = suppressions.of(scenario.name);
    if (!suppression) return { scenario, status: problems.length === 0 ? "passed" : "failed", problems };
    const reason = `${suppression.reason} (${suppression.issue})`;
    if (problems.length > 0) return { scenario, status: "suppressed", problems, reason };
    return { scenario, status: "revived", problems: [`it passes, and is suppressed: ${reason}`], reason };
  }

  async #problems(scenario: Scenario, calls: readonly BoundCall[]): Promise<readonly string[]> {
    try {
      const process = await this.#running();
      const identity = readIdentity(scenario, this.#environment.home, this.#environment.project.fs);
      return judge(scenario, await play(scenario, calls, process, identity, this.#id++));
    } catch (error) {
      this.stop();
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  async #running(): Promise<DriverProcess> {
    if (this.#process) return this.#process;
    const certificate = path.join(this.#environment.home, "certificates/test-only-authority.pem");
    this.#process = new DriverProcess(this.#prepared.program, { NODE_EXTRA_CA_CERTS: certificate });
    await this.#process.ready();
    return this.#process;
  }

  stop(): void {
    this.#process?.stop();
    this.#process = undefined;
  }
}
