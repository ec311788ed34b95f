import { expect, it } from "vitest";
import { isFailure } from "../../generator/conformance/harness/verdict.js";
import { renderVerdicts } from "../../generator/conformance/report/text.js";
import { conformance } from "../../generator/conformance/run.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { repository } from "../support/heddle.js";
import { hasCargo } from "./support/cargo.js";

it.skipIf(!hasCargo)("every scenario passes with the Rust client, or is known not to", { timeout: 900_000 }, async () => {
  const project = { fs: disk, root: repository, config: "heddle.config.yaml", heddle: installation(disk) };
  const { ok, verdicts } = await conformance(project, { target: "rust" });
  expect(verdicts.some(isFailure) ? renderVerdicts(verdicts) : "").toBe("");
  expect(ok).toBe(true);
});
