import path from "node:path";
import { expect, it } from "vitest";
import { applyCasing } from "../../generator/code/index.js";
import { allOperations, splitWords, type Json, type Model, type Operation, type OperationExample } from "../../generator/model/index.js";
import { disk } from "../../generator/output/file-system.js";
import { loadModel } from "../../generator/pipeline/load-model.js";
import { installation } from "../../generator/pipeline/project.js";
import { valueOf, type Value } from "../../generator/targets/typescript/example-values.js";
import { options } from "../../generator/targets/typescript/options.js";
import { allResources } from "../../generator/model/index.js";
import { resourceModule } from "../../generator/targets/typescript/modules.js";
import type { BaseOptions, Call } from "../../generated/typescript/wacht/runtime/index.js";
import { summary } from "../support/schema.js";
import { eventsReply, memoryTransport, type MemoryTransport } from "../../generated/typescript/wacht/testing.js";

/** The clients in this repository, with their schemas. */
const clients = [
  { schema: "schema/wacht/api.yaml", folder: "generated/typescript/wacht" },
  { schema: "schema/wacht-v0/api.yaml", folder: "generated/typescript/wacht-v0" },
];

const root = path.join(import.meta.dirname, "../..");

type Function = (client: object, ...args: unknown[]) => Call<unknown> | Promise<unknown>;
type Make = (options: BaseOptions & { apiKey: string }) => object;

function modelFor(schema: string): Model {
  const project = { fs: disk, root, config: "heddle.config.yaml", heddle: installation(disk) };
  const { model, diagnostics } = loadModel(project, schema, { largestFile: 2 ** 20, allows: () => true });
  if (!model) throw new Error(diagnostics.map(summary).join("\n"));
  return model;
}

interface Case {
  readonly name: string;
  readonly model: Model;
  readonly operation: Operation;
  readonly example: OperationExample;
  readonly module: string;
  readonly folder: string;
}

const cases = clients.flatMap(({ schema, folder }): Case[] => {
  const model = modelFor(schema);
  return allResources(model.resources).flatMap((resource) =>
    resource.operations.flatMap((operation) =>
      operation.examples.map((example) => ({
        name: `${folder}: ${operation.id}: ${example.name}`,
        model,
        operation,
        example,
        folder,
        module: resourceModule(resource),
      })),
    ),
  );
});

/** The arguments of the generated function: the path's, the body, the other parameters. */
function argumentsOf({ model, operation, example }: Case): Value[] {
  const value = (json: Json, ref: Parameters<typeof valueOf>[1]): Value => valueOf(json, ref, model, options.parse({}));
  const named = (place: "path" | "query" | "header", values: { readonly [name: string]: Json }): [string, Value][] =>
    operation.params.flatMap((param) => {
      const given = values[param.wire] ?? values[param.name];
      return param.in === place && given !== undefined ? [[param.name, value(given, param.type)]] : [];
    });
  const inPath = new Map(named("path", example.path));
  const content = operation.body?.contents[0];
  return [
    ...operation.path.flatMap((part) => (part.kind === "param" ? [inPath.get(part.name) ?? null] : [])),
    ...(content && example.body !== undefined ? [value(example.body, content.type)] : []),
    Object.fromEntries([...named("query", example.query), ...named("header", example.headers)]),
  ];
}

async function sent({ folder, module, operation, example }: Case, transport: MemoryTransport, args: readonly Value[]): Promise<unknown> {
  const [call] = operation.calls;
  const functions = (await import(path.join(root, folder, `${module}.ts`))) as Record<string, Function>;
  const { createClient } = (await import(path.join(root, folder, "core.ts"))) as { createClient: Make };
  const made = functions[applyCasing(splitWords(call?.name ?? ""), "camel")]?.(
    createClient({ apiKey: "key", transport, env: {} }),
    ...args,
  );
  if (made instanceof Promise || !made) return made;
  if (!isStream({ operation, example })) return made.send();
  const events: unknown[] = [];
  for await (const event of (made as Call<unknown> & { stream(): AsyncIterable<unknown> }).stream()) events.push(event);
  expect(events).toEqual([]);
  return undefined;
}

/** Whether an example asks for a stream. */
function isStream({ operation: { stream }, example }: Pick<Case, "operation" | "example">): boolean {
  const body = new Map(Object.entries(Object(example.body) as object));
  return stream !== undefined && (!stream.when || body.get(stream.when.field) === stream.when.equals);
}

it("there are examples", () => {
  expect(cases.length).toBeGreaterThan(4);
});

it.each(cases)("$name (SEAM-3)", async (each) => {
  const { example, operation, model } = each;
  const success = operation.success.find(({ status }) => status === example.status);
  const { end = "" } = operation.stream ?? {};
  const reply = isStream(each) ? eventsReply([{ data: end }]) : { status: example.status, json: example.response };
  const transport = memoryTransport([reply]);
  const value = await sent(each, transport, argumentsOf(each));
  const expected =
    success?.content && example.response !== undefined
      ? valueOf(example.response, success.content.type, model, options.parse({}))
      : undefined;
  expect(value).toEqual(expected);
  const [request] = transport.requests;
  expect(request?.method).toBe(operation.method);
  expect(await request?.json()).toEqual(example.body);
  const url = new URL(request?.url ?? "");
  expect([...new Set(url.searchParams.keys())].sort()).toEqual(Object.keys(example.query).sort());
  const segments = url.pathname.split("/").map(decodeURIComponent);
  for (const given of Object.values(example.path)) expect(segments).toContain(String(given));
});

it("no example is left out", () => {
  const all = clients.flatMap(({ schema }) => allOperations(modelFor(schema).resources).flatMap(({ examples }) => examples));
  expect(cases).toHaveLength(all.length);
});
