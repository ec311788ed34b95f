import path from "node:path";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { coverageOf, coverageTable, gapsOf } from "../../generator/conformance/report/coverage.js";
import { drivers } from "../../generator/conformance/drivers/index.js";
import { claimed } from "../../generator/conformance/harness/claim.js";
import { shownBy } from "../../generator/conformance/rules.js";
import { readSuppressions } from "../../generator/conformance/shipped.js";
import { Report } from "../../generator/source/report.js";
import { renderVerdicts } from "../../generator/conformance/report/text.js";
import { conformance } from "../../generator/conformance/run.js";
import { isFailure, type Verdict } from "../../generator/conformance/harness/verdict.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { renderText } from "../../generator/source/render/text.js";
import { repository } from "../support/heddle.js";
import { conformancePage } from "./page.js";

const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };

/** Of each matrix of splits, the ends; `conformance.slow.test.ts` cuts at every byte. */
describe("the conformance suite", () => {
  it("passes with the TypeScript client, and the documents say what it shows", { timeout: 240_000 }, async () => {
    const { report, verdicts, rules } = await conformance(project, { target: "typescript", quick: true });
    expect(renderText(report.diagnostics)).toBe("");
    expect(verdicts.some(isFailure) ? renderVerdicts(verdicts) : "").toBe("");
    // Whether HTTP/2 can be played depends on the Node of the day.
    const played = verdicts.filter(({ scenario }) => !scenario.http2);
    const typescript = coverageOf(played, rules);
    const rust = coverageOf(claims("rust", played), rules);
    const cited = new Map([
      ["typescript", citedBy(rules.keys(), (file) => !isOfRust(file))],
      ["rust", citedBy(rules.keys(), isOfRust)],
    ]);
    // What neither a scenario nor a test shows.
    expect(gapsOf(typescript, rules, "typescript", cited.get("typescript") ?? new Map())).toEqual([]);
    expect(gapsOf(rust, rules, "rust", cited.get("rust") ?? new Map())).toEqual([]);
    for (const file of [...rules.values()].flatMap((rule) => [shownBy(rule, "typescript"), shownBy(rule, "rust")]))
      expect(file === undefined || existsSync(path.join(repository, file))).toBe(true);
    await expect(`${JSON.stringify({ typescript, rust }, undefined, 2)}\n`).toMatchFileSnapshot(
      "../../generator/conformance/conformance.json",
    );
    const coverage = new Map([
      ["typescript", typescript],
      ["rust", rust],
    ]);
    const page = conformancePage(played, coverage, coverageTable(coverage, rules, cited));
    await expect(await format(page, { parser: "markdown" })).toMatchFileSnapshot("../../docs/conformance.md");
  });

  it("fails where a client does something else than a scenario says", async () => {
    const { ok, verdicts } = await conformance(project, {
      target: "typescript",
      suites: [path.join(import.meta.dirname, "wrong.yaml")],
    });
    expect(ok).toBe(false);
    expect(verdicts.map(({ scenario, problems }) => [scenario.name, problems.join("; ")])).toMatchInlineSnapshot(`
      [
        [
          "target",
          "request 0: the target is "/ai/execution-contexts?limit=1", not "/ai/execution-contexts?limit=2"",
        ],
        [
          "header",
          "request 0: the header authorization is ["Bearer SENTINEL-SECRET"], and should not be there; request 0: the header x-other is missing; expected "1"",
        ],
        [
          "body",
          "request 0: body.title is "T", not "U"; request 0: the body has \`title\`, which should not be there: "{\\"title\\":\\"T\\"}"",
        ],
        [
          "value",
          "the call: the value: $.data has 1 items, not 0: [{"id":"c","title":"T"}]; the call: the extra members: $.data.0.colour is "red", not "blue"",
        ],
        [
          "error",
          "the call: error.kind is "UnexpectedStatus", not "NotFound"; it is UnexpectedStatus: ai.list_execution_contexts: 404 UnexpectedStatus NotFound: Not Found; the call: the error does not mention "banana": ai.list_execution_contexts: 404 UnexpectedStatus NotFound: Not Found",
        ],
        [
          "success",
          "the call: it should have failed with {"kind":"NotFound"}, and gave {"data":[],"has_more":false}",
        ],
        [
          "failure",
          "the call: it failed: UnexpectedStatus: ai.list_execution_contexts: 404 UnexpectedStatus NotFound: Not Found; the call: the value: $ is null, not {"data":[],"has_more":false}",
        ],
        [
          "too_many_requests",
          "a request that is not in the script: GET /ai/execution-contexts",
        ],
        [
          "too_few_requests",
          "1 of 2 exchanges did not take place (1 requests, 0 refused)",
        ],
        [
          "sleeps",
          "there were 2 attempts, not 1; sleeps has 1 items, not 0: [250] (slept [250] ms)",
        ],
        [
          "leak",
          "the user agent holds the key",
        ],
      ]
    `);
  });
});

/** What the slow tests of a language hold: that every scenario passes which is not known to fail. */
function claims(target: string, played: readonly Verdict[]): readonly Verdict[] {
  const driver = drivers.get(target);
  if (!driver) throw new RangeError(`${target} has a driver`);
  const suppressions = readSuppressions(path.join(repository, "generator/conformance"), target, {}, disk, new Report());
  return played.map(({ scenario }) => claimed(scenario, driver, suppressions));
}

function isOfRust(file: string): boolean {
  return file.startsWith("test/rust/") || file.startsWith("test/unit/targets/rust/");
}

/** The tests outside of this folder that mention each id. */
function citedBy(ids: Iterable<string>, isWanted: (file: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(path.join(repository, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => `test/${file.replaceAll(path.sep, "/")}`)
    .filter((file) => /\.test\.ts$|\/tests\/\w+\.rs$/.test(file) && !file.startsWith("test/conformance/") && isWanted(file))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(path.join(repository, file), "utf8") }));
  const citing = [...ids].map(
    (id) => [id, files.filter(({ text }) => new RegExp(`\\b${id}\\b`).test(text)).map(({ file }) => file)] as const,
  );
  return new Map(citing.filter(([, found]) => found.length > 0));
}
