import type { Report } from "../../source/report.js";
import type { ExampleDeclaration, OperationDeclaration, StreamDeclaration } from "../document.js";
import { child, textOf, type Entry, type Node } from "../node.js";
import { readCalls } from "./call.js";
import { readCondition } from "./condition.js";
import { readBody, readReturns } from "./content.js";
import { readDescription } from "./description.js";
import { readOperationErrors } from "./error.js";
import { readParams, readType } from "./field.js";
import { readHttp } from "./http.js";
import { readAuth, readLimits, readRetry, readTimeout } from "./policy.js";
import { entriesOf, readFlag, readNumber, readValue } from "./value.js";

/** A mapping with `http`; undefined if that is missing or unreadable, which has been reported. */
export function readOperation({ key: name, value: node }: Entry, report: Report): OperationDeclaration | undefined {
  if (node.kind !== "mapping") return undefined;
  const http = readHttp(child(node, "http"), report);
  const rest = { ...readPolicies(node, report), ...readMessages(node, report) };
  return http && { name, description: readDescription(node, ""), http, ...rest };
}

type Policies = Pick<OperationDeclaration, "auth" | "rateLimit" | "limits" | "timeout" | "retry" | "idempotent" | "template">;

function readPolicies(node: Node, report: Report): Policies {
  const auth = readAuth(child(node, "auth"));
  const rateLimit = textOf(child(node, "rate_limit"));
  const limits = readLimits(child(node, "limits"), report);
  const timeout = readTimeout(child(node, "timeout"), report);
  const retry = readRetry(child(node, "retry"), report);
  const template = textOf(child(node, "template"));
  return {
    ...(auth && { auth }),
    ...(rateLimit && { rateLimit }),
    ...(limits && { limits }),
    ...(timeout && { timeout }),
    ...(retry && { retry }),
    idempotent: readFlag(child(node, "idempotent")),
    ...(template && { template }),
  };
}

type Messages = Pick<OperationDeclaration, "params" | "body" | "success" | "errors" | "stream" | "calls" | "examples">;

function readMessages(node: Extract<Node, { kind: "mapping" }>, report: Report): Messages {
  const places = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;
  const params = node.entries.flatMap(({ key, value }) => {
    const place = Object.hasOwn(places, key.value) ? places[key.value as keyof typeof places] : undefined;
    return place ? readParams(value, place, report) : [];
  });
  const body = readBody(node, report);
  const errors = readOperationErrors(child(node, "errors"), report);
  const stream = readStream(node.index.get("stream"), report);
  return {
    params,
    ...(body && { body }),
    success: readReturns(node.index.get("returns"), report),
    ...(errors && { errors }),
    ...(stream && { stream }),
    calls: readCalls(child(node, "call"), report),
    examples: entriesOf(node, "examples").map(readExample),
  };
}

const streams = ["sse", "jsonl", "bytes"] as const;

/** `{when: type = stream, sse: AgentEvent, end: "[DONE]", error: error}`. */
function readStream(entry: Entry | undefined, report: Report): StreamDeclaration | undefined {
  if (!entry) return undefined;
  const { key, value: node } = entry;
  const short = streams.find((known) => known === textOf(node)?.value);
  if (short) return { span: node.span, kind: short, resume: false };
  if (node.kind !== "mapping") return undefined;
  const [found, second] = node.entries.filter(({ key: name }) => streams.some((known) => known === name.value));
  const kind = streams.find((known) => known === found?.key.value);
  if (!found || !kind || second) return undefined;
  const type = kind === "bytes" ? undefined : readType(found.value, found.key.span, report);
  const when = readCondition(child(node, "when"), report);
  const end = textOf(child(node, "end"));
  const error = textOf(child(node, "error"));
  const tag = textOf(child(node, "tag"));
  const resume = readFlag(child(node, "resume"));
  return {
    span: key.span,
    kind,
    ...(type && { type }),
    ...(when && { when }),
    ...(end && { end }),
    ...(error && { error }),
    ...(tag && { tag }),
    resume,
  };
}

function readExample({ key: name, value: node }: Entry): ExampleDeclaration {
  const values = (key: string) => entriesOf(node, key).map((entry) => ({ name: entry.key, value: readValue(entry.value) }));
  const body = child(node, "body");
  const response = child(node, "response");
  const status = readNumber(child(node, "status"));
  return {
    name,
    description: readDescription(node, ""),
    path: values("path"),
    query: values("query"),
    headers: values("headers"),
    ...(body && { body: readValue(body) }),
    ...(status && { status }),
    ...(response && { response: readValue(response) }),
  };
}
