import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomSchema } from "../unit/targets/random-schema.js";
import { expectRoundTrips } from "./round-trip.js";

const root = path.join(import.meta.dirname, "../..");

function withZod(schema: string, int64 = "bigint"): Record<string, string> {
  return {
    "heddle.config.yaml": `schema: ${schema}\ntargets: {typescript: {out: out, extension: .ts, validators: zod, int64: ${int64}}}\n`,
  };
}

function schemaFiles(folder: string): Record<string, string> {
  const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(
    names.map((name) => [
      name,
      readFileSync(path.join(root, folder, name), "utf8").replaceAll(/^ *(template|constructor\?|__proto__\?): .*\n/gm, ""),
    ]),
  );
}

/** Every construct that decides what a value may be. */
const constructs = readFileSync(path.join(import.meta.dirname, "constructs.yaml"), "utf8");

describe("what a schema takes is what a codec sends", () => {
  it.each(["schema/wacht", "test/golden/everything/schema"])("in %s", (folder) => {
    expect.hasAssertions();
    expectRoundTrips({ ...withZod("api.yaml"), ...schemaFiles(folder) }, 60);
  });

  it.each(["bigint", "number", "string"])("for every construct, 64-bit integers as %s", (int64) => {
    expect.hasAssertions();
    expectRoundTrips({ ...withZod("api.yaml", int64), "api.yaml": constructs }, 200);
  });

  it("in random schemas", () => {
    expect.hasAssertions();
    const property = fc.property(randomSchema, (schema) => {
      expectRoundTrips({ ...withZod("api.yaml"), "api.yaml": JSON.stringify(schema) }, 40);
    });
    fc.assert(property, { numRuns: 8, seed: 1 });
  });
});
