import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { drivers } from "../../generator/conformance/drivers/index.js";
import { DriverProcess } from "../../generator/conformance/harness/driver-process.js";
import { runMessage } from "../../generator/conformance/harness/play.js";
import { generateDriven, prepare, subjectOf } from "../../generator/conformance/harness/prepare.js";
import type { CallResult, DoneMessage, RunMessage } from "../../generator/conformance/harness/protocol.js";
import { fullName } from "../../generator/conformance/harness/verdict.js";
import { bind, callsOf, type BoundCall } from "../../generator/conformance/scenario/bind.js";
import type { Scenario } from "../../generator/conformance/scenario/scenario.js";
import { readSuites } from "../../generator/conformance/shipped.js";
import { startMock, type Mock } from "../../generator/mock/start.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { Report } from "../../generator/source/report.js";
import { repository } from "../support/heddle.js";
import { expectationOf, type Expectation } from "./comparable.js";

const home = path.join(repository, "generator/conformance");
const heddle = installation(disk);
const folder = mkdtempSync(path.join(tmpdir(), "heddle-mock-"));

beforeAll(() => () => rmSync(folder, { recursive: true, force: true }));

/** Scenarios that a mock answers in a way of its own, and why. */
const otherwise: readonly { readonly name: string; readonly why: string }[] = [
  { name: "pages.sent_once", why: "its cursor is none that the mock gave out" },
  { name: "auth.header_of_the_caller[own]", why: "its credential is none, and the mock wants one" },
  { name: "auth.header_of_the_caller[removed]", why: "its credential is none, and the mock wants one" },
  { name: "json.constraints_can_be_left_to_the_server", why: "the mock is a server that checks them" },
];

/** Makes one call, with a clock that runs as soon as anybody sleeps. */
function run(driver: DriverProcess, message: RunMessage): Promise<DoneMessage> {
  return new Promise((resolve, reject) => {
    let now = message.now;
    const given = setTimeout(() => reject(new Error("no result within 10 s")), 10_000);
    driver.attend((said) => {
      if (said.type === "sleep") driver.say({ type: "wake", token: said.token, now: (now += said.ms) });
      if (said.type !== "done" || said.id !== message.id) return;
      clearTimeout(given);
      resolve(said);
    }, reject);
    driver.say(message);
  });
}

/** What is wrong with what came of a scenario; undefined if nothing is. */
function problemOf(expected: Expectation, result: CallResult | undefined, { requests }: Mock): string | undefined {
  const problems = requests.flatMap((request) => request.problems);
  switch (expected.kind) {
    case "answered":
      if (problems.length > 0) return `the mock refused: ${problems.join("; ")}`;
      if (result?.error) return result.error.text;
      return expected.by !== undefined && result?.[expected.by] === undefined ? `no ${expected.by}` : undefined;
    case "unsent":
      if (requests.length > 0) return `it was sent: ${requests[0]?.target}`;
      return result?.error?.kind === expected.error ? undefined : `${result?.error?.kind} instead of ${expected.error}`;
    case "refused":
      return result?.error?.kind === expected.error ? undefined : `${result?.error?.text} instead of ${expected.error}`;
  }
}

async function playAgainstMock(schema: string, scenarios: readonly Scenario[]): Promise<{ played: number; problems: readonly string[] }> {
  const driverOf = drivers.get("typescript");
  const report = new Report();
  const subject = subjectOf(schema, "typescript", heddle, disk);
  const driven = await generateDriven(subject, "typescript", home, report);
  const prepared =
    driverOf && driven && (await prepare(driven, driverOf, path.join(folder, path.basename(schema)), { home, project: subject.project }));
  if (!prepared) throw new Error(JSON.stringify(report.diagnostics.map(({ message }) => message)));
  const calls = callsOf(prepared.model);
  const driver = new DriverProcess(prepared.program, {});
  await driver.ready();
  const mock = await startMock(prepared.model, { anyId: true });
  const problems: string[] = [];
  let id = 0;
  for (const scenario of scenarios) {
    const [script] = scenario.calls;
    const bound = script && bind(script, calls);
    const call = typeof bound === "object" ? bound : undefined;
    const expected = expectationOf(scenario, call, calls.get(call?.driver.call ?? ""));
    if (!call || !expected || otherwise.some(({ name }) => name === scenario.name)) continue;
    mock.reset();
    const { results } = await run(driver, messageFor(scenario, call, expected, mock.url, id++));
    const problem = problemOf(expected, results[0], mock);
    if (problem !== undefined) problems.push(`${fullName(scenario)}: ${problem}`);
  }
  driver.stop();
  await mock.close();
  return { played: id, problems };
}

/** The run of a scenario, with a mock as its server; a status that is wanted is asked for. */
function messageFor(scenario: Scenario, call: BoundCall, expected: Expectation, url: string, id: number): RunMessage {
  const preferring = { ...call, driver: { ...call.driver, options: withPrefer(call.driver.options, expected) } };
  const message = runMessage(scenario, [preferring], url, id);
  return { ...message, client: { ...message.client, ...("base_url" in message.client && { base_url: url }) } };
}

function withPrefer(options: BoundCall["driver"]["options"], expected: Expectation): BoundCall["driver"]["options"] {
  if (expected.kind !== "refused") return options;
  return { ...options, headers: { ...Object(options["headers"]), prefer: `code=${expected.status}` } };
}

it("answers the scenarios that need no fault as their own server does", { timeout: 300_000 }, async () => {
  const report = new Report();
  const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle };
  const suites = readSuites(home, [], project, report);
  const bySchema = new Map<string, Scenario[]>();
  for (const { schema, scenarios } of suites) bySchema.set(schema, [...(bySchema.get(schema) ?? []), ...scenarios]);
  const results = await Promise.all([...bySchema].map(([schema, scenarios]) => playAgainstMock(schema, scenarios)));
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  const names = new Set(suites.flatMap(({ scenarios }) => scenarios.map(({ name }) => name)));
  expect(otherwise.filter(({ name }) => !names.has(name))).toEqual([]);
  expect(results.reduce((sum, { played }) => sum + played, 0)).toBeGreaterThan(700);
});
