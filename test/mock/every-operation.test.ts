import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startMock } from "../../generator/mock/start.js";
import { allOperations, type Content, type Json, type Model, type Operation, type Param } from "../../generator/model/index.js";
import { parseJson } from "../../generator/mock/json-text.js";
import { TypeTable } from "../../generator/resolve/types/type-table.js";
import { misfits } from "../../generator/resolve/values/wire-values.js";
import { exampleValue, seeded } from "../../generator/values/index.js";
import { modelOf } from "../support/schema.js";

function schemaAt(folder: string, root: string): Model {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const texts = names.map((name) => [name === root ? "api.yaml" : name, readFileSync(path.join(folder, name), "utf8")]);
  return modelOf(Object.fromEntries(texts) as Record<string, string>);
}

/** A request with what the operation requires; undefined for bodies that are no JSON, which other tests send. */
function requestOf(table: TypeTable, operation: Operation): { target: string; headers: Record<string, string>; body?: string } | undefined {
  const value = (param: Param): string => {
    const made = exampleValue(table, param.type, { random: seeded(param.name), optional: true, examples: true }, param.name);
    return encodeURIComponent(Array.isArray(made) ? String(made[0]) : String(made));
  };
  const required = operation.params.filter((param) => param.required);
  const find = (name: string) => operation.params.find((param) => param.in === "path" && param.name === name);
  const parts = operation.path.map((part) => {
    const param = part.kind === "param" ? find(part.name) : undefined;
    return part.kind === "text" ? part.text : param ? value(param) : "";
  });
  const query = required.filter((param) => param.in === "query").map((param) => `${encodeURIComponent(param.wire)}=${value(param)}`);
  const headers = required.filter((param) => param.in === "header").map((param) => [param.wire, value(param)]);
  // A cursor of nobody's is refused, and a first page needs none.
  const wish = { random: seeded("body"), optional: !operation.paged, examples: true };
  const content: Content | undefined = operation.body?.required ? operation.body.contents[0] : undefined;
  if (content && content.kind !== "json") return undefined;
  return {
    target: parts.join("") + (query.length > 0 ? `?${query.join("&")}` : ""),
    headers: { ...Object.fromEntries(headers), ...(content && { "content-type": content.media }) },
    ...(content && { body: JSON.stringify(exampleValue(table, content.type, wish)) }),
  };
}

const credentials = { authorization: "Bearer x", "x-partner-key": "p", cookie: "sid=s" };

describe.each([
  ["schema/wacht", "api.yaml"],
  ["test/golden/everything/schema", "api.yaml"],
  ["generator/conformance/schema", "kitchen.yaml"],
])("every operation of %s", (folder, root) => {
  const model = schemaAt(path.join(import.meta.dirname, "../..", folder), root);
  const table = new TypeTable(model.types);
  const operations = allOperations(model.resources).filter(({ removed, deprecated }) => removed === undefined && !deprecated);

  it("admits what fits it, and answers what fits", { timeout: 60_000 }, async () => {
    const mock = await startMock(model, { anyId: true });
    onTestFinished(() => mock.close());
    const wrong: unknown[] = [];
    let asked = 0;
    for (const operation of operations) {
      const request = requestOf(table, operation);
      if (!request || operation.template) continue;
      asked++;
      const { target, headers, body } = request;
      const response = await fetch(mock.url + target, {
        method: operation.method,
        headers: { ...credentials, ...headers },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      const success = operation.success.find(({ status }) => status === response.status);
      const isJson = success?.content?.kind === "json" && response.headers.get("content-type") === success.content.media;
      const answered: Json = isJson ? parseJson(text) : null;
      const found = isJson && success?.content ? misfits(table, success.content.type, answered) : [];
      if (!success || found.length > 0)
        wrong.push({ operation: operation.id, target, status: response.status, text: text.slice(0, 300), found });
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(operations.length / 2);
  });
});
