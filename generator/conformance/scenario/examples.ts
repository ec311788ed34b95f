import { allOperations, type Model, type Operation, type OperationExample } from "../../model/index.js";
import { Types } from "../logical/types.js";
import { WireToLogical } from "../logical/wire-to-logical.js";
import type { Scenario } from "./scenario.js";
import type { InputText, ReplyText } from "./shapes.js";

/** A scenario for each example of the schema: the request is built as it says, and its answer is decoded (SEAM-3). */
export function exampleScenarios(model: Model): readonly Scenario[] {
  const values = new WireToLogical(new Types(model.types));
  return allOperations(model.resources)
    .filter((operation) => operation.removed === undefined)
    .flatMap((operation) =>
      operation.examples
        .filter((example) => !asksForStream(operation, example))
        .map((example) => scenarioOf(operation, example, model, values)),
    );
}

/** An example has one answer, and a stream has none. */
function asksForStream({ stream }: Operation, { body, query }: OperationExample): boolean {
  if (!stream?.when) return stream !== undefined;
  const { field, equals } = stream.when;
  return new Map(Object.entries({ ...query, ...Object(body) })).get(field) === equals;
}

function scenarioOf(operation: Operation, example: OperationExample, model: Model, values: WireToLogical): Scenario {
  const [call] = operation.calls;
  const resource = operation.id.split(".").slice(0, -1);
  const content = operation.body?.contents[0];
  const success = operation.success.find(({ status }) => status === example.status) ?? operation.success[0];
  const { response, status } = example;
  const ok = success?.content && response !== undefined ? values.value(response, success.content.type) : undefined;
  const isJson = content?.kind === "json" && example.body !== undefined;
  const isError = status >= 300;
  return {
    name: `${operation.id}[${example.name}]`,
    variant: "",
    origin: example.origin,
    rules: ["SEAM-3"],
    applies: [],
    client: { ...credentials(model), base_url: "{server}" },
    calls: [{ key: [...resource, call?.name ?? operation.name].join("."), input: inputOf(operation, example, values) }],
    parallel: false,
    exchange: [
      { expect: { method: operation.method, ...(isJson && { json: example.body }) }, reply: replyOf(success?.content, response, status) },
    ],
    outcome: isError ? { error: { status } } : ok === undefined ? {} : { ok },
  };
}

function inputOf({ params, body }: Operation, example: OperationExample, values: WireToLogical): InputText {
  const each = (given: OperationExample["query"], place: string): object =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const param = params.find((known) => known.in === place && (known.name === name || known.wire === name));
        return [param?.name ?? name, param ? values.value(value, param.type) : value];
      }),
    );
  const content = body?.contents[0];
  return {
    path: each(example.path, "path"),
    query: each(example.query, "query"),
    headers: each(example.headers, "header"),
    ...(example.body !== undefined && { body: content ? values.value(example.body, content.type) : example.body }),
  };
}

/** The example's answer as its operation gives it; JSON unless it is a text. */
function replyOf(content: NonNullable<Operation["success"][number]["content"]> | undefined, response: unknown, status: number): ReplyText {
  if (response === undefined) return { status };
  if (content && content.kind !== "json") return { status, bytes: String(response), headers: { "content-type": content.media } };
  return { status, bytes: JSON.stringify(response), headers: { "content-type": content?.media ?? "application/json" } };
}

/** A key for every scheme that takes one. */
function credentials({ client }: Model): Scenario["client"] {
  const texts = client.schemes.filter(({ kind }) => kind !== "custom");
  return Object.fromEntries(
    texts.map(({ credential, kind }) => [credential, kind === "basic" ? "user:SENTINEL-SECRET" : "SENTINEL-SECRET"]),
  );
}
