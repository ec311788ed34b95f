import { splitWords } from "../../model/name.js";
import type { Client, Server, ServerVariable } from "../../model/service.js";
import type { Span } from "../../source/span.js";
import type { ClientDeclaration, ServerDeclaration } from "../../syntax/document.js";
import { defaultAuth, schemesOf } from "./auth.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { fixedHeader, isToken } from "../operations/headers.js";
import { checkName } from "../names.js";
import { firstAt } from "../scope.js";
import { limitsOf, retryOf, timeoutsOf } from "./timing.js";

/** The client section with its defaults filled in; without one, a client named after the API that needs no credential. */
export function clientOf(
  cx: Context,
  declaration: ClientDeclaration | undefined,
  api: { readonly name: string; readonly span: Span },
): Client {
  const name = declaration?.name?.value ?? clientName(api.name);
  if (!declaration) {
    const nothing = { anyOf: [] };
    return {
      name,
      origin: api.span,
      surface: "client",
      servers: [],
      auth: nothing,
      schemes: [],
      timeout: {},
      retry: {},
      limits: {},
      requestId: [],
      headers: [],
    };
  }
  const { versionHeader, env } = declaration;
  if (declaration.name) checkName(cx.report, "client", declaration.name);
  if (env && !/^[A-Z][A-Z0-9_]*$/.test(env.value)) cx.report.add("HD478", env.span, { name: env.value });
  const schemes = schemesOf(cx, declaration.schemes);
  const version = versionHeader && fixedHeader(cx, versionHeader);
  for (const header of declaration.requestId) isToken(cx, header);
  return {
    name,
    ...described(cx, declaration.description, declaration.name?.span ?? declaration.span),
    surface: declaration.surface?.value ?? "client",
    servers: serversOf(cx, declaration.servers),
    ...(env && { env: env.value }),
    auth: defaultAuth(cx, declaration, schemes),
    schemes,
    timeout: timeoutsOf(cx, declaration.timeout),
    retry: retryOf(cx, declaration.retry),
    limits: limitsOf(declaration.limits),
    requestId: declaration.requestId.map(({ value }) => value),
    ...(version && { version: { header: version.name, value: version.value } }),
    headers: declaration.headers.map((header) => fixedHeader(cx, header)),
  };
}

/** `wacht-v0` gives `WachtV0Client`. */
function clientName(api: string): string {
  const words = splitWords(api).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Client`;
}

function serversOf(cx: Context, servers: readonly ServerDeclaration[]): readonly Server[] {
  const seen = new Map<string, ServerDeclaration>();
  return servers.map((server) => {
    const { name, url, variables, description } = server;
    const first = seen.get(name.value);
    if (first) cx.report.add("HD306", name.span, { what: "server", name: name.value }, firstAt(first.name.span));
    seen.set(name.value, first ?? server);
    checkUrl(cx, server);
    return {
      name: name.value,
      url: url.value,
      variables: variables.map((variable) => variableOf(cx, variable)),
      ...described(cx, description, name.span),
    };
  });
}

function variableOf(cx: Context, { name, default: value, values, description }: ServerDeclaration["variables"][number]): ServerVariable {
  checkName(cx.report, "server variable", name);
  const allowed = values.map((text) => text.value);
  if (allowed.length > 0 && !allowed.includes(value.value)) cx.report.add("HD479", value.span, { value: value.value, allowed });
  return { name: name.value, default: value.value, values: allowed, ...described(cx, description, name.span) };
}

/** CFG-3: absolute, `http` or `https`, nothing but a host and a path; and every variable of it is declared. */
function checkUrl(cx: Context, { url, variables }: ServerDeclaration): void {
  const declared = new Map(variables.map(({ name, default: value }) => [name.value, value.value]));
  const used = Array.from(url.value.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  for (const name of used) {
    if (!declared.has(name)) cx.report.add("HD480", url.span, { name, declared: [...declared.keys()] });
  }
  for (const { name } of variables) {
    if (!used.includes(name.value)) cx.report.add("HD481", name.span, { name: name.value });
  }
  const filled = url.value.replace(/\{([^{}]*)\}/g, (_, name: string) => declared.get(name) ?? "x");
  const problem = urlProblem(filled);
  if (problem) cx.report.add("HD482", url.span, { url: url.value, problem });
}

function urlProblem(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return "it is not an absolute `http` or `https` URL";
  if (!URL.canParse(url) || /[\s\\<>"`{}|^]/.test(url)) return "it is not a URL";
  const { username, password } = new URL(url);
  if (username !== "" || password !== "") return "it has a user or a password";
  return /[?#]/.test(url) ? "it has a query or a fragment" : undefined;
}
