import { allResources, code, type Code, lines, type Model, type Operation, type Resource } from "heddle/template";
import { typedHeaders } from "../calls/response-headers.js";
import { callClass } from "../calls/call-class.js";
import type { Context } from "../context.js";
import { exportList } from "../layout/declaration.js";
import { operationsOf } from "./resources.js";
import { hasVariables } from "./servers.js";

/** A name to export: whether it exists at run time, or is a type only. */
interface Export {
  readonly node: object;
  readonly role?: string;
  readonly isType?: boolean;
}

/** Everything a user imports by name. Functions that take a client are not here: each resource module exports its own. */
export function indexModule(model: Model, cx: Context): Code {
  const { client, errors } = model;
  const resources = allResources(model.resources);
  const hasNamespaces = client.surface !== "functions";
  const exported: readonly Export[] = [
    ...(hasNamespaces ? [{ node: client }] : []),
    { node: client, role: "create" },
    { node: client, role: "options", isType: true },
    ...(hasVariables(model) ? [{ node: client, role: "variables", isType: true }] : []),
    ...errors.errors.filter((error) => error.removed === undefined).map((node) => ({ node })),
    ...model.types.flatMap((type) => (type.removed === undefined ? [{ node: type }, ...variantsOf(type)] : [])),
    ...resources.flatMap((resource) => resourceExports(resource, hasNamespaces, cx)),
    ...(client.surface === "client"
      ? []
      : [
          { node: client, role: "default" },
          { node: client, role: "init" },
        ]),
    ...(client.surface === "functions" ? freeFunctions(resources, cx) : []),
  ];
  return lines([...reexports(exported, cx), runtimeExports(exported, cx)]);
}

function variantsOf(type: Model["types"][number]): readonly Export[] {
  if (type.kind !== "union") return [];
  return type.variants
    .filter((variant) => variant.removed === undefined && !(type.tagging.kind === "untagged" && variant.payload.kind === "type"))
    .map((node) => ({ node, isType: true }));
}

function resourceExports(resource: Resource, hasNamespaces: boolean, cx: Context): readonly Export[] {
  return [
    ...(hasNamespaces ? [{ node: resource, isType: true }] : []),
    ...operationsOf(resource, cx).flatMap((operation) => operationExports(operation, cx)),
  ];
}

function operationExports(operation: Operation, cx: Context): readonly Export[] {
  const hasParams = operation.params.some((param) => param.in !== "path" && param.removed === undefined);
  return [
    ...(hasParams ? [{ node: operation, role: "params", isType: true }] : []),
    ...(typedHeaders(operation).length > 0 ? [{ node: operation, role: "headers", isType: true }] : []),
    { node: operation, role: "error", isType: true },
    ...operation.calls
      .filter((call) => call.style === "builder" && call.removed === undefined)
      .map((node) => ({ node, role: "builder", isType: true })),
    ...operation.errors.cases.filter((error) => cx.errorOf(error) === error).map((node) => ({ node })),
  ];
}

/** The functions over the default client; of those that share a name, none. */
function freeFunctions(resources: readonly Resource[], cx: Context): readonly Export[] {
  const calls = resources
    .flatMap((resource) => operationsOf(resource, cx))
    .flatMap((operation) => operation.calls.filter((call) => call.removed === undefined));
  const all = calls.map((node) => cx.text(node, "free function"));
  return calls
    .filter((node) => all.filter((name) => name === cx.text(node, "free function")).length === 1)
    .map((node) => ({ node, role: "free function" }));
}

function reexports(exported: readonly Export[], cx: Context): readonly Code[] {
  const modules = new Map<string, Export[]>();
  for (const each of exported) {
    const module = cx.moduleOf(each.node, each.role);
    modules.set(module, [...(modules.get(module) ?? []), each]);
  }
  return [...modules].map(([module, items]) => {
    const sorted = items.toSorted((a, b) => (cx.text(a.node, a.role) < cx.text(b.node, b.role) ? -1 : 1));
    return exportDeclaration(
      sorted.map(({ node, role, isType = false }) => ({ name: cx.localName(node, role), isType })),
      cx.from(module),
    );
  });
}

const runtimeValues = [
  "ApiError",
  "AuthError",
  "CancelledError",
  "ClientError",
  "ConfigError",
  "DecodeError",
  "InvalidArgumentError",
  "LocalRateLimitError",
  "MiddlewareError",
  "TimeoutError",
  "TransportError",
  "UnexpectedStatusError",
  "errorReport",
  "hooks",
  "isRetryable",
  "rateLimitOf",
  "request",
  "toCurl",
  "tokenProvider",
  "withOptions",
];
const runtimeTypes = [
  "AskForToken",
  "Call",
  "CallError",
  "CallEvent",
  "CallOptions",
  "Client",
  "Clock",
  "Codec",
  "DirectCall",
  "DirectPageCall",
  "EndEvent",
  "ErrorReport",
  "EventCall",
  "EventStream",
  "Fetch",
  "HeaderValues",
  "HookOptions",
  "Hooks",
  "HttpRequest",
  "Infer",
  "Json",
  "LimitWaitEvent",
  "LogLevel",
  "Logger",
  "Middleware",
  "MiddlewareContext",
  "Observer",
  "PageCall",
  "PageOptions",
  "Random",
  "RateLimit",
  "RawResponse",
  "RequestOptions",
  "ResponseInfo",
  "Result",
  "RetryEvent",
  "RetryPolicy",
  "StreamCall",
  "StreamEventEvent",
  "TimeoutPhase",
  "Timeouts",
  "Token",
  "TokenProvider",
  "Transport",
  "TransportPhase",
  "UnknownMember",
  "UnknownVariant",
  "Violation",
  "WithResponse",
  "WithTypedHeaders",
];

/** What of the runtime a program names. A name that the schema takes is the schema's, and the runtime's has a word before it. */
function runtimeExports(exported: readonly Export[], cx: Context): Code {
  const taken = new Set(exported.map(({ node, role }) => cx.text(node, role)));
  const operations = allResources(cx.model.resources).flatMap((resource) => operationsOf(resource, cx));
  const values = [...runtimeValues, ...(operations.some((each) => cx.sentContents(each).length > 1) ? ["media"] : [])];
  const types = [...runtimeTypes, ...operations.flatMap((each) => contentTypes(each, cx))];
  const items = [...values.map((name) => ({ name, isType: false })), ...[...new Set(types)].map((name) => ({ name, isType: true }))]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, isType }) => ({ name: cx.runtimeName(taken.has(name) ? `${name} as ${otherName(name, taken)}` : name), isType }));
  return exportDeclaration(items, cx.from("runtime/index"));
}

/** `RuntimeApiError`, `runtimeRequest`. */
function otherName(name: string, taken: ReadonlySet<string>): string {
  const [first = ""] = name;
  const isLower = first === first.toLowerCase();
  const other = `${isLower ? "runtime" : "Runtime"}${first.toUpperCase()}${name.slice(1)}`;
  return taken.has(other) ? otherName(other, taken) : other;
}

/** The types of the runtime that stand for what an operation sends and receives beside JSON. */
function contentTypes(operation: Operation, cx: Context): readonly string[] {
  const sent = cx.sentContents(operation);
  const kinds = sent.map(({ kind }) => kind);
  return [
    ...(sent.length > 1 ? ["Media"] : []),
    ...(kinds.includes("multipart") ? ["Parts"] : []),
    ...(kinds.includes("multipart") || kinds.includes("bytes") || sent.some(({ type }) => cx.holdsFile(type))
      ? ["FileContent", "FileInput", "NamedFile"]
      : []),
    ...(callClass(operation) === "DownloadCall" ? ["Download", "DownloadCall"] : []),
  ];
}

function exportDeclaration(items: readonly { readonly name: Code; readonly isType: boolean }[], from: Code): Code {
  if (items.every(({ isType }) => isType)) return code`export type ${exportList(items.map(({ name }) => name))} from ${from};`;
  return code`export ${exportList(items.map(({ name, isType }) => (isType ? code`type ${name}` : name)))} from ${from};`;
}
