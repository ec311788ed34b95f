import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { canonical } from "../../../generator/model/canonical.js";
import { modelOf } from "../../support/schema.js";
import { wacht } from "./wacht.js";

const folder = join(import.meta.dirname, "models");

test.each<[string, string | typeof wacht]>([
  ["wacht", wacht],
  ["shapes", readFileSync(join(folder, "shapes.yaml"), "utf8")],
  ["service", readFileSync(join(folder, "service.yaml"), "utf8")],
])("%s means what its golden says", async (name, schema) => {
  await expect(canonical(modelOf(schema))).toMatchFileSnapshot(join(folder, `${name}.model.golden`));
});

test("types stand in the order of files and, within a file, of their author", () => {
  const files = {
    "api.yaml": "heddle: 1\napi: shop\ninclude: [z.yaml, a.yaml]\ntypes: {Z: {}, B: {}}\n",
    "a.yaml": "types: {C: {}, A: {}}\n",
    "z.yaml": "types: {Y: {}}\n",
  };
  expect(modelOf(files).types.map(({ module, name }) => `${module} ${name}`)).toEqual(["api Z", "api B", "z Y", "a C", "a A"]);
});
