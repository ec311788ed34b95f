import type {
  AuthDeclaration,
  AuthSchemeDeclaration,
  ClientDeclaration,
  ErrorDeclaration,
  ErrorsDeclaration,
  ServerDeclaration,
} from "../document.js";
import { printType } from "../type-print.js";
import { describedEntries } from "./described.js";
import { bare, list, map, text, type MapTree, type Tree } from "./yaml-tree.js";

type Entry = readonly [key: string, value: Tree];

export function clientTree({ name, surface, servers, env, schemes, auth, requestId, headers, description }: ClientDeclaration): MapTree {
  return map([
    ...describedEntries(description, ""),
    name && ["name", text(name.value)],
    surface && ["surface", text(surface.value)],
    serversEntry(servers),
    env && ["env", text(env.value)],
    ...authEntries(schemes, auth),
    requestId.length > 0 ? ["request_id", list(requestId.map(({ value }) => text(value)))] : undefined,
    headers.length > 0 ? ["headers", map(headers.map((header) => [header.name.value, text(header.value.value)]))] : undefined,
  ]);
}

/** A server alone, without variables, is `base_url`. */
function serversEntry(servers: readonly ServerDeclaration[]): Entry | undefined {
  const [only, second] = servers;
  if (!only) return undefined;
  if (!second && only.name.value === "default" && only.variables.length === 0) return ["base_url", text(only.url.value)];
  return ["servers", map(servers.map((server) => [server.name.value, serverTree(server)]))];
}

function serverTree({ url, variables, description }: ServerDeclaration): Tree {
  const described = describedEntries(description, "").filter((entry) => entry !== undefined);
  if (variables.length === 0 && described.length === 0) return text(url.value);
  const all = variables.map(({ name, default: value, values, description: about }): Entry => {
    const entries = [
      ...describedEntries(about, ""),
      values.length > 0 ? (["values", list(values.map((each) => text(each.value)))] as const) : undefined,
    ];
    const isShort = entries.every((entry) => entry === undefined);
    return [name.value, isShort ? text(value.value) : map([["default", text(value.value)], ...entries])];
  });
  return map([["url", text(url.value)], ...described, all.length > 0 ? ["variables", map(all)] : undefined]);
}

const isKind = /^(bearer|basic|custom|header|query|cookie)$/;

/** A scheme that is called like its kind, and is what everything needs, stands with `auth`. */
function authEntries(schemes: readonly AuthSchemeDeclaration[], auth: AuthDeclaration | undefined): readonly (Entry | undefined)[] {
  return [
    schemes.length > 0 ? ["schemes", map(schemes.map((scheme) => [scheme.name.value, schemeTree(scheme)]))] : undefined,
    auth && ["auth", authTree(auth)],
  ];
}

function schemeTree({ name, kind, credential, wire, description }: AuthSchemeDeclaration): Tree {
  const entries = [wire && (["name", text(wire.value)] as const), ...describedEntries(description, "")].map((entry) => entry ?? undefined);
  const isShort =
    !credential && entries.every((entry) => entry === undefined) && /^(bearer|basic|custom)$/.test(kind.value) && isKind.test(kind.value);
  return isShort ? text(kind.value) : map([[kind.value, text(credential?.value ?? name.value)], ...entries]);
}

/** `none`, a scheme, or alternatives. */
export function authTree({ anyOf }: AuthDeclaration): Tree {
  const [only, second] = anyOf;
  const [scheme, other] = only ?? [];
  if (!only) return text("none");
  if (!second && scheme && !other) return text(scheme.value);
  return list(anyOf.map((all) => (all.length === 1 && all[0] ? text(all[0].value) : list(all.map(({ value }) => text(value))))));
}

export function errorsTree({ body, message, code, statuses }: ErrorsDeclaration): Tree {
  return map([
    body && ["body", text(printType(body))],
    message.length > 0 ? ["message", list(message.map(({ value }) => text(value)))] : undefined,
    code.length > 0 ? ["code", list(code.map(({ value }) => text(value)))] : undefined,
    ["status", map(statuses.map((status) => [status.name.value, statusTree(status)]))],
  ]);
}

function statusTree({ match, body, everywhere, description }: ErrorDeclaration): Tree {
  const { doc, ...rest } = description;
  const status = match && statusText(match);
  const isShort = !body && everywhere === undefined && Object.keys(rest).length === 0 && !/\n/.test(doc?.value ?? "");
  if (isShort && status !== undefined) return doc ? text(`${status} -- ${doc.value}`) : /^\d+$/.test(status) ? bare(status) : text(status);
  return map([
    status === undefined ? undefined : ["status", /^\d+$/.test(status) ? bare(status) : text(status)],
    body && ["body", text(printType(body))],
    everywhere === undefined ? undefined : ["everywhere", bare(everywhere)],
    ...describedEntries(description, ""),
  ]);
}

function statusText({ from, to }: NonNullable<ErrorDeclaration["match"]>): string {
  if (from === to) return String(from);
  return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}..${to}`;
}
