import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchema, jsonSchemaText } from "../../../generator/syntax/json-schema.js";

const root = join(import.meta.dirname, "../../..");
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(jsonSchema());

/** Where an editor would put its marks, as JSON pointers. */
function marks(yaml: string): string[] {
  return validate(parse(yaml)) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

const yamlFiles = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`)
    .sort();

it("is what stands in schema/heddle.schema.json", () => {
  expect(readFileSync(join(root, "schema/heddle.schema.json"), "utf8")).toBe(jsonSchemaText());
});

it("describes every key, for the hover of an editor", () => {
  const bare: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") {
        for (const [name, property] of Object.entries(value as Record<string, { description?: string; $ref?: string }>)) {
          const target = property.$ref === undefined ? property : definition(property.$ref);
          if (property.description === undefined && target.description === undefined) bare.push(`${path}/${name}`);
        }
      }
      walk(value, `${path}/${key}`);
    }
  };
  const schema = jsonSchema() as { $defs: Record<string, { description?: string }> };
  const definition = (ref: string) => schema.$defs[ref.slice("#/$defs/".length)] ?? {};
  walk(schema, "");
  expect(bare).toEqual([]);
});

describe("accepts", () => {
  it.each(yamlFiles("schema"))("%s", (file) => {
    expect(marks(readFileSync(join(root, file), "utf8"))).toEqual([]);
  });
});

describe("refuses what Heddle refuses for its shape", () => {
  const grammar = [
    "api-in-include",
    "version",
    "type-parameters",
    "optional-impossible",
    "condition",
    "default",
    "modifiers",
    "escaped-places",
    "constraint",
    "expected-type",
  ];
  const broken = yamlFiles("test/negative/document").filter((file) => !grammar.some((name) => file.includes(`/${name}`)));

  it.each(broken)("%s", (file) => {
    expect(marks(readFileSync(join(root, file), "utf8"))).not.toEqual([]);
  });

  it.each([
    ["types: {User: {id: string?}}", "/types/User/id"],
    ["types: {User: {id: '[string]'}}", "/types/User/id"],
    ["types: {User: {id: {type: string}}}", "/types/User/id"],
    ["types: {User: {$exhaustiv: true}}", "/types/User"],
    ["client: {timeout: {conect: 5s}}", "/client/timeout"],
    ["client: {timeout: {connect: 5 seconds}}", "/client/timeout/connect"],
    ["resources: {users: {list: {http: GET, returns: [User]}}}", "/resources/users/list/returns"],
  ])("%s at the very place", (yaml, place) => {
    expect(marks(yaml)).toContain(place);
  });
});

it("takes no long over a long type", () => {
  expect(marks(`types: {T: {a: ${JSON.stringify(`${"a ".repeat(50_000)}?`)}}}`)).not.toEqual([]);
});
