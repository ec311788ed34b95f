import { allOperations, type Model, type Operation } from "../../model/index.js";
import { suggestion } from "../../source/nearest.js";
import { verbs, type DriverCall, type Verb } from "../harness/protocol.js";
import { milliseconds } from "./duration.js";
import type { CallScript } from "./scenario.js";

/** A call that a scenario names, found in the schema. */
export interface BoundCall {
  readonly script: CallScript;
  readonly driver: DriverCall;
}

/** Every call of a schema by its full name, `ai.list_execution_contexts`. */
export function callsOf(model: Model): ReadonlyMap<string, Operation> {
  const named = allOperations(model.resources).flatMap((operation) => {
    const resource = operation.id.split(".").slice(0, -1);
    return operation.calls.map((call) => [[...resource, call.name].join("."), operation] as const);
  });
  return new Map(named);
}

/** The call that a key means: its full name, or its end where no other has the same; a verb may follow. A text says what is wrong. */
export function bind(script: CallScript, calls: ReadonlyMap<string, Operation>): BoundCall | string {
  const { key, input } = script;
  const last = key.slice(key.lastIndexOf(".") + 1);
  const verb = verbs.find((each) => each === last && find(key, calls).length === 0);
  const name = verb ? key.slice(0, -verb.length - 1) : key;
  if (name === "request") return bound(script, "request", verb ?? "send");
  const [found, second] = find(name, calls);
  if (found === undefined) return `there is no operation \`${name}\`${hint(name, calls)}`;
  if (second !== undefined) return `\`${name}\` can be \`${found}\` or \`${second}\``;
  const known = calls.get(found)?.params ?? [];
  const given = [...Object.keys(Object(input.query)), ...Object.keys(Object(input.headers)), ...Object.keys(Object(input.cookies))];
  const unknown = given.find((each) => !known.some((param) => param.name === each));
  if (unknown !== undefined) return `\`${found}\` has no parameter \`${unknown}\``;
  return bound(script, found, verb ?? "send");
}

function find(name: string, calls: ReadonlyMap<string, Operation>): readonly string[] {
  if (calls.has(name)) return [name];
  return [...calls.keys()].filter((each) => each.endsWith(`.${name}`));
}

function hint(name: string, calls: ReadonlyMap<string, Operation>): string {
  const short = [...calls.keys()].flatMap((each) => [each, each.slice(each.lastIndexOf(".") + 1)]);
  const near = suggestion(name, short);
  return near === undefined ? "" : `; ${near}`;
}

function bound(script: CallScript, call: string, verb: Verb): BoundCall {
  const { path, query, headers, cookies, body, options, with: clone, cancel, method, url, take, again, surface } = script.input;
  return {
    script,
    driver: {
      call,
      verb,
      path: { ...Object(path) },
      params: call === "request" ? { query } : { ...Object(query), ...Object(headers), ...Object(cookies) },
      ...(body !== undefined && { body }),
      options: timed({ ...options }),
      ...(clone !== undefined && { with: timed({ ...Object(clone) }) }),
      ...(cancel === "before" && { cancel }),
      ...(typeof cancel === "object" && cancel.event !== undefined && { cancel: { event: cancel.event } }),
      ...(method !== undefined && { method }),
      ...(url !== undefined && { url }),
      ...(take !== undefined && { take }),
      ...(again !== undefined && { again }),
      ...(surface !== undefined && { surface }),
    },
  };
}

/** Options that every client has, beside its credentials, and what scenarios add. */
const optionNames = [
  "base_url",
  "timeout",
  "retry",
  "rate_limit",
  "headers",
  "user_agent",
  "env",
  "allow_insecure",
  "dangerously_allow_browser",
  "check_requests",
  "random",
  "uuids",
  "hooks",
];

/** An option of a client that it does not have, with what was meant perhaps; undefined if there is none. */
export function unknownOption(options: { readonly [name: string]: unknown }, { client }: Model): string | undefined {
  const known = [...optionNames, ...client.schemes.map(({ credential }) => credential)];
  const name = Object.keys(options).find((each) => !known.includes(each));
  if (name === undefined) return undefined;
  const meant = suggestion(name, known);
  return `the client has no option \`${name}\`${meant === undefined ? "" : `; ${meant}`}`;
}

/** Options with their durations in milliseconds. */
export function timed(options: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, name === "timeout" || name === "retry" ? inMilliseconds(value) : value]),
  );
}

function inMilliseconds(value: unknown): unknown {
  if (typeof value === "string") return durations(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typeof item === "string" ? durations(item) : item]));
}

/** `500ms..8s` is a pair. */
function durations(text: string): unknown {
  if (text.includes("..")) return text.split("..").map(milliseconds);
  const limit = milliseconds(text);
  return Number.isNaN(limit) ? text : limit;
}
