import path from "node:path";
import { expect, it } from "vitest";
import { fullName } from "../../generator/conformance/harness/verdict.js";
import { readSuites } from "../../generator/conformance/shipped.js";
import type { Scenario } from "../../generator/conformance/scenario/scenario.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { Report } from "../../generator/source/report.js";
import { targets } from "../../generator/targets/index.js";
import { repository } from "../support/heddle.js";

/** What a client is asked and answered: two scenarios that have this in common show the same thing. */
function told({ client, calls, parallel, exchange, repeat, split, lineEnd, http2, realTime }: Scenario): string {
  const replies = exchange.map(({ reply, fault }) => ({ reply, fault }));
  return JSON.stringify([client, calls, parallel, replies, repeat?.reply, split, lineEnd, http2, realTime]);
}

it.each([...targets.keys()])("no two scenarios ask and answer the same in %s", (language) => {
  const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };
  const suites = readSuites(path.join(repository, "generator/conformance"), [], project, new Report());
  const byScript = new Map<string, string[]>();
  for (const { schema, scenarios } of suites) {
    for (const scenario of scenarios.filter(({ applies }) => applies.length === 0 || applies.includes(language))) {
      const key = `${schema} ${told(scenario)}`;
      byScript.set(key, [...(byScript.get(key) ?? []), fullName(scenario)]);
    }
  }
  expect([...byScript.values()].filter(({ length }) => length > 1)).toEqual([]);
});
