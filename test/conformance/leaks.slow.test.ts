import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { drivers } from "../../generator/conformance/drivers/index.js";
import { DriverProcess } from "../../generator/conformance/harness/driver-process.js";
import { play } from "../../generator/conformance/harness/play.js";
import { generateDriven, prepare, subjectOf } from "../../generator/conformance/harness/prepare.js";
import { bind, callsOf, type BoundCall } from "../../generator/conformance/scenario/bind.js";
import type { Scenario } from "../../generator/conformance/scenario/scenario.js";
import { readIdentity, readSuites } from "../../generator/conformance/shipped.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { Report } from "../../generator/source/report.js";
import { repository } from "../support/heddle.js";

const home = path.join(repository, "generator/conformance");
const schema = path.join(home, "schema/kitchen.yaml");

/** What a process holds, as Linux tells: open files, and megabytes. */
function holding(pid: number): { readonly files: number; readonly megabytes: number } {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return { files: readdirSync(`/proc/${pid}/fd`).length, megabytes: Number(kilobytes) / 1024 };
}

/** Scenarios that end in ways of their own, without those that are long: whatever breaks, is cancelled, cut, repeated or left early. */
function chosen(scenario: Scenario): boolean {
  const { name, variant, split, calls, exchange, realTime, http2 } = scenario;
  return (
    /^(errors|cancel|retry|stream|pages|files)\./.test(name) &&
    (variant === "" || variant === "whole") &&
    !split &&
    calls.length < 4 &&
    exchange.length > 0 &&
    exchange.length < 8 &&
    realTime === undefined &&
    !http2 &&
    !JSON.stringify(exchange).includes('"idle"') &&
    exchange.every(({ fault, reply }) => fault !== "slow" && reply?.fault !== "slow")
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it.skipIf(process.platform !== "linux")(
  "a hundred times each scenario, a client holds what it held in the beginning",
  { timeout: 1_200_000 },
  async () => {
    const report = new Report();
    const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };
    const folder = mkdtempSync(path.join(tmpdir(), "heddle-leaks-"));
    const driver = drivers.get("typescript");
    const driven = await generateDriven(subjectOf(schema, "typescript", project.heddle, disk), "typescript", home, report);
    if (!driver || !driven) throw new Error(report.diagnostics.map(({ message }) => message).join("\n"));
    const prepared = await prepare(driven, driver, folder, { home, project });
    const known = callsOf(prepared.model);
    const scenarios = readSuites(home, [], project, report).flatMap((suite) => (suite.schema === schema ? suite.scenarios : []));
    const bound = scenarios
      .filter(chosen)
      .filter((_, index) => index % 3 === 0)
      .map((scenario) => ({
        scenario,
        calls: scenario.calls.map((script) => bind(script, known)).filter((call): call is BoundCall => typeof call !== "string"),
        identity: readIdentity(scenario, home, disk),
      }));
    expect(bound.length).toBeGreaterThan(100);
    const process = new DriverProcess(prepared.program, { NODE_EXTRA_CA_CERTS: path.join(home, "certificates/test-only-authority.pem") });
    try {
      await process.ready();
      // Node's fetch keeps something for every origin that it has seen, so there is one.
      const port = await freePort();
      let id = 0;
      const round = async (): Promise<void> => {
        for (const { scenario, calls, identity } of bound)
          await play(scenario, calls, { driver: process, identity, id: id++, patience: 15_000, setting: driver.setting, port });
      };
      const rounds = async (count: number): Promise<ReturnType<typeof holding>> => {
        for (let done = 0; done < count; done++) await round();
        return holding(process.pid);
      };
      const early = await rounds(20);
      const late = await rounds(80);
      expect(late.files).toBeLessThanOrEqual(early.files + 2);
      // 10,000 runs: what each of them left behind would have to be less than 3 kB.
      expect(late.megabytes).toBeLessThan(early.megabytes + 30);
    } finally {
      process.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
