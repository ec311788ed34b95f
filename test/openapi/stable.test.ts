import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importOpenApi } from "../../generator/openapi/index.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";
import type { Program } from "../../generator/syntax/document.js";

type Json = Record<string, unknown>;

const error = { type: "object", properties: { message: { type: "string" } } };

/** An operation with schemas in place: in its body, its answer, its parameters and its errors. */
function operation(noun: string, verb: string): Json {
  const inline = {
    type: "object",
    properties: {
      [`${noun}_kind`]: { type: "string", enum: ["a", "b"] },
      parts: { type: "array", items: { type: "object", properties: { n: { type: "integer" } } } },
    },
  };
  return {
    operationId: `${verb}_${noun}`,
    tags: [noun],
    parameters: [{ name: "sort", in: "query", schema: { type: "string", enum: ["1", "2", "3", "4", "5", "6", "7", "8", "9"] } }],
    requestBody: { content: { "application/json": { schema: inline } } },
    responses: {
      "200": { description: "OK", content: { "application/json": { schema: inline } } },
      "404": { description: "Not found", content: { "application/json": { schema: error } } },
    },
  };
}

function namesOf(paths: readonly (readonly [string, Json])[]): readonly string[] {
  const document = { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths: Object.fromEntries(paths) };
  const { program } = importOpenApi(new SourceFile("openapi.json", JSON.stringify(document)), new Report());
  return program ? [...typeNames(program), ...operationNames(program)] : [];
}

function typeNames({ files }: Program): readonly string[] {
  return files.flatMap(({ types }) => types.map(({ name }) => `type ${name.value}`));
}

function operationNames({ files }: Program): readonly string[] {
  return files.flatMap(({ resources }) =>
    resources.flatMap(({ name, operations }) =>
      operations.map(
        (each) =>
          `${name.value}.${each.name.value} ${each.http.method.value} ${each.body?.contents.map(({ type }) => type?.kind === "name" && type.name.value).join()}`,
      ),
    ),
  );
}

const nouns = ["cat", "dog", "bird", "fish"] as const;
const verbs = ["list", "get", "create", "update", "remove"] as const;
const all = nouns.flatMap((noun) => verbs.map((verb) => [`/${noun}s/${verb}`, { post: operation(noun, verb) }] as const));

describe("names", () => {
  it("stay what they are when an operation is added, wherever it is", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (paths, which, where) => {
        const others = all.filter((each) => !paths.includes(each));
        const added = others[which % others.length] ?? all[0];
        const at = where % (paths.length + 1);
        const before = namesOf(paths);
        const after = new Set(namesOf(added ? [...paths.slice(0, at), added, ...paths.slice(at)] : paths));
        expect(before.filter((name) => !after.has(name))).toEqual([]);
        expect(after.size).toBeGreaterThan(before.length);
      }),
      { numRuns: 60 },
    );
  });
});
