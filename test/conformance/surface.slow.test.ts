import path from "node:path";
import { expect, it } from "vitest";
import { generateDriven, subjectOf } from "../../generator/conformance/harness/prepare.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { Report } from "../../generator/source/report.js";
import { repository } from "../support/heddle.js";
import { typeErrors } from "../support/type-check.js";

const heddle = installation(disk);

/** All that it calls is the public surface: what does not compile there would not compile for a user. */
it.each(["generator/conformance/schema/kitchen.yaml", "generator/conformance/schema/secured.yaml", "schema/wacht/api.yaml"])(
  "the driver of %s compiles against its client",
  { timeout: 60_000 },
  async (schema) => {
    const report = new Report();
    const subject = subjectOf(path.join(repository, schema), "typescript", heddle, disk);
    const driven = await generateDriven(subject, "typescript", path.join(repository, "generator/conformance"), report);
    const files = (driven?.files ?? []).filter(({ path: name }) => name.endsWith(".ts"));
    expect(files.map(({ path: name }) => name)).toContain("conformance/surface.ts");
    const errors = typeErrors(new Map(files.map(({ path: name, content }) => [name, String(content)])));
    // It is no part of a package, so nobody asks for its declarations, and its functions may have more parameters than a call needs.
    expect(errors.filter((error) => !/--isolatedDeclarations|'input' is declared/.test(error))).toEqual([]);
  },
);
