import { describe, expect, it } from "vitest";
import { importOpenApi, type Imported } from "../../generator/openapi/index.js";
import { resolve } from "../../generator/resolve/resolve.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";
import { writeProgram } from "../../generator/syntax/write/document.js";
import { findings } from "../support/schema.js";

interface Result extends Imported {
  readonly codes: readonly string[];
  readonly places: readonly string[];
}

function read(text: string): Result {
  const report = new Report();
  const imported = importOpenApi(new SourceFile("openapi.json", text), report);
  const places = report.diagnostics.flatMap(({ span }) => (span ? [span.file.text.slice(span.start, span.end)] : []));
  return { ...imported, codes: report.diagnostics.map(({ code }) => code), places };
}

/** A document with these schemas, of which `Root` is what its operation returns. */
function withSchemas(schemas: string): string {
  return `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/x": {"get": {"operationId": "getX", "responses": {
    "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Root"}}}}}}}},
    "components": {"schemas": ${schemas}}}`;
}

/** The findings of the schema that a document becomes, which are none. */
function written({ program }: Result): readonly string[] {
  if (!program) return ["nothing was written"];
  return findings(Object.fromEntries(writeProgram(program).map(({ path, text }) => [path, text])));
}

describe("documents that mean harm", () => {
  it("are not followed out of themselves", () => {
    const remote = read(withSchemas('{"Root": {"$ref": "https://example.com/x.json"}}'));
    expect([remote.codes, remote.places, remote.program]).toEqual([["HD902"], ['"https://example.com/x.json"'], undefined]);
    expect(read(withSchemas('{"Root": {"type": "object", "properties": {"a": {"$ref": "../../etc/passwd"}}}}')).codes).toEqual(["HD902"]);
  });

  it("can refer to themselves in every way", () => {
    const loops = read(withSchemas('{"Root": {"$ref": "#/components/schemas/A"}, "A": {"$ref": "#/components/schemas/Root"}}'));
    expect(loops.codes).toContain("HD904");
    expect(written(loops)).toEqual([]);
    const tree =
      '{"Root": {"allOf": [{"$ref": "#/components/schemas/A"}]}, "A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"properties": {"a": {"$ref": "#/components/schemas/Root"}}}]}, "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {"type": "string"}}}]}}';
    expect(written(read(withSchemas(tree)))).toEqual([]);
    const inline = '{"Root": {"type": "array", "items": {"$ref": "#/components/schemas/Root/items"}}}';
    expect(read(withSchemas(inline)).codes).toContain("HD904");
    const list =
      '{"Root": {"type": "object", "properties": {"a": {"type": "array", "items": {"$ref": "#/components/schemas/Root/properties/a"}}}}}';
    expect(written(read(withSchemas(list)))).toEqual([]);
    const union = '{"Root": {"oneOf": [{"$ref": "#/components/schemas/Root"}, {"type": "string"}]}}';
    expect(read(withSchemas(union)).program).toBeDefined();
  });

  it("name things like the language's own, and like the parts of objects", () => {
    const names = [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "prototype",
      "Partial",
      "string",
      "$ref",
      "...spread",
      "a?",
      "",
      " ",
      "\\u202e",
      "`",
    ];
    const schemas = names.map(
      (name) => `"${name}": {"type": "object", "properties": {${names.map((key) => `"${key}": {"type": "string"}`).join(", ")}}}`,
    );
    const result = read(
      withSchemas(`{"Root": {"type": "object", "properties": {"__proto__": {"type": "integer"}}}, ${schemas.join(", ")}}`),
    );
    expect(result.codes).toEqual([]);
    expect(written(result)).toEqual([]);
    expect(writeProgram(result.program ?? { files: [] }).some(({ text }) => text.includes("__proto__"))).toBe(true);
  });

  it("cannot leave their folder by the names of tags", () => {
    const tag = (name: string) => `{"get": {"tags": ["${name}"], "responses": {"200": {"description": "OK"}}}}`;
    const text = `{"openapi": "3.0.0", "info": {"title": "../../x", "version": "1"}, "paths": {"/a": ${tag("../../etc/passwd")}, "/b": ${tag("a/b")}, "/c": ${tag("CON")}}}`;
    const paths = writeProgram(read(text).program ?? { files: [] }).map(({ path }) => path);
    expect(paths).toEqual(["api.yaml", "etc_passwd.yaml", "a_b.yaml", "con.yaml"]);
  });

  it("are refused if they are too deep, wherever they are", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(read(`{"openapi": "3.0.0", "x": ${deep}}`).codes).toEqual(["HD103"]);
    expect(read("[".repeat(1_000_000)).codes).toEqual(["HD103"]);
  });

  it("are told at their place if a key is there twice, or what is no JSON", () => {
    const twice = read('{"openapi": "3.0.0", "paths": {"/a": {}, "/b": {}, "/a": {}}}');
    expect([twice.codes, twice.places]).toEqual([["HD104"], ['"/a"']]);
    expect(read('{"openapi": "3.0.0", "paths": {').program).toBeUndefined();
    expect(read("").program).toBeUndefined();
    expect(read("null").codes).toEqual(["HD900"]);
  });

  it("may have texts of any size, and values of any kind in any place", () => {
    const large = read(
      withSchemas(`{"Root": {"type": "object", "description": "${"x".repeat(10_000_000)}", "properties": {"a": {"type": "string"}}}}`),
    );
    expect(large.codes).toEqual([]);
    for (const value of [
      "null",
      "true",
      "7",
      '"x"',
      "[]",
      "{}",
      "[null]",
      '{"$ref": 7}',
      '{"type": 7}',
      '{"allOf": {}}',
      '{"enum": [{}]}',
      '{"properties": []}',
      '{"required": 7, "properties": {"a": 7}}',
    ]) {
      expect([value, written(read(withSchemas(`{"Root": ${value}}`)))]).toEqual([value, []]);
      const whole = `{"openapi": "3.1.0", "info": ${value}, "servers": ${value}, "paths": {"/x": {"parameters": ${value}, "get": ${value}, "put": {"parameters": [${value}], "requestBody": ${value}, "responses": {"200": ${value}}, "security": ${value}, "tags": ${value}}}}, "components": ${value}}`;
      expect([value, written(read(whole))]).toEqual([value, []]);
    }
  });

  it("resolve like the schema that is written", () => {
    const { program } = read(withSchemas('{"Root": {"type": "object", "properties": {"a": {"type": "string"}}}}'));
    const report = new Report();
    expect(program && resolve(program, report)?.types.map(({ name }) => name)).toEqual(["Root"]);
  });
});
