import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { starterConfig } from "../../generator/cli/starter/config.js";
import { configJsonSchemaText } from "../../generator/config/json-schema.js";
import { jsonSchemaText } from "../../generator/syntax/json-schema.js";
import { targets } from "../../generator/targets/index.js";

const folder = path.join(import.meta.dirname, "../../schema");
const configSchema = configJsonSchemaText([...targets].map(([id, { options }]) => [id, options]));

describe("the JSON Schemas in schema/", () => {
  it("are what zod says; npm run schema writes them", async () => {
    await expect(jsonSchemaText()).toMatchFileSnapshot(path.join(folder, "heddle.schema.json"));
    await expect(configSchema).toMatchFileSnapshot(path.join(folder, "heddle.config.schema.json"));
  });

  it.each<[boolean, string]>([
    [true, starterConfig],
    [true, "clients:\n  a: { schema: a.yaml, targets: { typescript: { out: b, extension: .ts, package: { name: a, version: 1.0.0 } } } }"],
    [false, "schema: a.yaml\ntargets: { typescript: { out: b, extention: .ts } }"],
    [false, "schema: a.yaml\ntargets: { typescript: { extension: .ts } }"],
    [false, "schema: a.yaml\ntargets: { cobol: out }"],
    [false, "clients: { a: { schema: a.yaml } }"],
  ])("accept: %s, for the configuration %j", (valid, text) => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(configSchema) as object);
    expect(validate(parse(text))).toBe(valid);
  });
});
