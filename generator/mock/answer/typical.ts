import type { Json, Operation, OperationExample, Success, TypeRef } from "../../model/index.js";
import { misfits } from "../../resolve/values/wire-values.js";
import { exampleValue, type Random } from "../../values/index.js";
import { isFields, isList } from "../fields.js";
import type { Received } from "../request/received.js";
import type { Service } from "../service.js";

/** What an operation without state answers: the example that fits the request best, else values made from the type. */
export function typicalBody(
  service: Service,
  received: Received,
  success: Success,
  wanted: string | undefined,
  random: Random,
): Json | undefined {
  const { operation } = received;
  const shown = operation.examples.filter(({ status, response }) => status === success.status && response !== undefined);
  const example = shown.find(({ name }) => name === wanted) ?? nearestExample(shown, received);
  const { content } = success;
  const made = () =>
    content && exampleValue(service.table, content.type, { random: random.for(operation.id), optional: true, examples: true });
  const body = example?.response ?? made();
  return content && wanted === undefined ? withEcho(service, received, content.type, body) : body;
}

/** Fields of the answer that were sent come back as they were sent. */
function withEcho({ table }: Service, { body: sent, params }: Received, type: TypeRef, body: Json | undefined): Json | undefined {
  if (!isFields(body)) return body;
  const properties = (table.properties(type) ?? []).flatMap(({ wire, type: ref }): (readonly [string, Json])[] => {
    const value = (isFields(sent) ? sent[wire] : undefined) ?? params.path[wire];
    return value === undefined || misfits(table, ref, value).length > 0 ? [] : [[wire, value]];
  });
  const next = { ...body, ...Object.fromEntries(properties) };
  return misfits(table, type, next).length === 0 ? next : body;
}

/** An example by name; undefined if the operation has none of that name. */
export function exampleNamed({ examples }: Operation, name: string): OperationExample | undefined {
  return examples.find((example) => example.name === name);
}

/** The example whose request is most like this one; the first among equals. */
function nearestExample(examples: readonly OperationExample[], received: Received): OperationExample | undefined {
  const likeness = (example: OperationExample): number =>
    same(example.path, received.params.path) + same(example.query, received.params.query) + same(example.body, received.body);
  const [first, ...rest] = examples;
  return first && rest.reduce((best, example) => (likeness(example) > likeness(best) ? example : best), first);
}

/** How many values of two pieces of JSON are the same in the same places. */
function same(a: Json | undefined, b: Json | undefined): number {
  if (isFields(a) && isFields(b)) return Object.entries(a).reduce((sum, [key, value]) => sum + same(value, b[key]), 0);
  if (isList(a) && isList(b)) return a.reduce((sum: number, value, index) => sum + same(value, b[index]), 0);
  return a !== undefined && a === b ? 1 : 0;
}
