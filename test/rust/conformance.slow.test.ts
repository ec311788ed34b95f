import { expect, it } from "vitest";
import { isFailure } from "../../generator/conformance/harness/verdict.js";
import { renderVerdicts } from "../../generator/conformance/report/text.js";
import { conformance, type ConformanceRequest } from "../../generator/conformance/run.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { repository } from "../support/heddle.js";
import { hasCargo } from "./support/cargo.js";

const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };

it.skipIf(!hasCargo)("every scenario passes with the Rust client, or is known not to", { timeout: 900_000 }, async () => {
  const { ok, verdicts } = await conformance(project, { target: "rust" });
  expect(verdicts.some(isFailure) ? renderVerdicts(verdicts) : "").toBe("");
  expect(ok).toBe(true);
});

it.skipIf(!hasCargo)("a client that does not compile is a finding about its type", { timeout: 900_000 }, async () => {
  const alter: ConformanceRequest["alter"] = (file) =>
    file.path.startsWith("src/models/")
      ? { ...file, content: String(file.content).replace("pub struct ErrorBody {", "pub struct ErrorBody {\n    pub wrong: Wrong,") }
      : file;
  const { ok, report, verdicts } = await conformance(project, { target: "rust", only: ["wacht"], alter });
  expect({ ok, verdicts, code: report.diagnostics.map(({ code }) => code) }).toEqual({ ok: false, verdicts: [], code: ["HD807"] });
  expect(report.diagnostics[0]?.message).toMatch(/cannot find type `Wrong` in this scope.*`ErrorBody`/);
});
