import { describe, expect, it } from "vitest";
import { isFailure } from "../../generator/conformance/harness/verdict.js";
import { renderVerdicts } from "../../generator/conformance/report/text.js";
import { conformance } from "../../generator/conformance/run.js";
import { openConfig } from "../../generator/pipeline/open-config.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { Report } from "../../generator/source/report.js";
import { repository } from "../support/heddle.js";

describe("the examples of a schema are run (SEAM-3)", () => {
  it.each([
    ["", 5],
    ["test/golden/everything", 3],
  ])("in %s", async (folder, least) => {
    const project = { fs: disk, root: `${repository}/${folder}`, config: "heddle.config.yaml", heddle: installation(disk) };
    const config = openConfig(project, new Report());
    const [target] = config?.targets ?? [];
    if (!config || !target) throw new RangeError("there is a configuration");
    const { report, verdicts } = await conformance(project, { target: "typescript", subject: { project, config, target } });
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(verdicts.length).toBeGreaterThanOrEqual(least);
    expect(verdicts.some(isFailure) ? renderVerdicts(verdicts) : "").toBe("");
  });
});
