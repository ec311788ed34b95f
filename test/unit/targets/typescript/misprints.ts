import fc from "fast-check";
import * as prettier from "prettier";
import { expect } from "vitest";
import { render } from "../../../support/project.js";
import { randomSchema } from "../random-schema.js";

const config = "schema: api.yaml\ntargets: {typescript: {out: out, validators: zod}}\n";

/** Generates that many random schemas, and expects each module to be as Prettier prints it. */
export async function expectNoMisprints(numRuns: number): Promise<void> {
  const property = fc.asyncProperty(randomSchema, async (schema) => {
    const { files, diagnostics } = render({ "heddle.config.yaml": config, "api.yaml": JSON.stringify(schema) });
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(await misprints(files)).toEqual([]);
  });
  await fc.assert(property, { numRuns, seed: 1 });
}

/** Where a generated file is not as Prettier prints it: its path, what it has, what Prettier makes of it. */
async function misprints(files: ReadonlyMap<string, string>): Promise<readonly { path: string; found: string; wanted: string }[]> {
  const own = [...files].filter(([path]) => !path.startsWith("runtime/"));
  const compared = await Promise.all(
    own.map(async ([path, found]) => ({ path, found, wanted: await prettier.format(found, { filepath: path }) })),
  );
  return compared.filter(({ found, wanted }) => found !== wanted);
}
