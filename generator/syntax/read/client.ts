import type { Report } from "../../source/report.js";
import type { Text } from "../../source/span.js";
import type { AuthDeclaration, AuthSchemeDeclaration, ClientDeclaration, ServerDeclaration } from "../document.js";
import { child, textOf, type Entry, type MappingNode, type Node } from "../node.js";
import { readDescription } from "./description.js";
import { readAuth, readLimits, readRetry, readTimeout } from "./policy.js";
import { entriesOf, readTexts, readWord } from "./value.js";

/** `client` of a file. */
export function readClient(entry: Entry | undefined, report: Report): ClientDeclaration | undefined {
  if (entry?.value.kind !== "mapping") return undefined;
  const node = entry.value;
  const name = textOf(child(node, "name"));
  const surface = readWord(child(node, "surface"), ["client", "functions", "both"]);
  const env = textOf(child(node, "env"));
  const inline = readInlineScheme(node);
  const auth = inline?.auth ?? readAuth(child(node, "auth"));
  const timeout = readTimeout(child(node, "timeout"), report);
  const retry = readRetry(child(node, "retry"), report);
  const limits = readLimits(child(node, "limits"), report);
  const [versionHeader] = readHeaders(node, "version_header");
  const schemes = entriesOf(node, "schemes").map(({ key, value }) => readScheme(key, value));
  return {
    span: entry.key.span,
    ...(name && { name }),
    ...(surface && { surface }),
    servers: readServers(node, report),
    ...(env && { env }),
    schemes: [inline?.scheme, ...schemes].filter((scheme) => scheme !== undefined),
    ...(auth && { auth }),
    ...(timeout && { timeout }),
    ...(retry && { retry }),
    ...(limits && { limits }),
    requestId: readTexts(child(node, "request_id")),
    ...(versionHeader && { versionHeader }),
    headers: readHeaders(node, "headers"),
    description: readDescription(node, ""),
  };
}

function readHeaders(node: Node, key: string): { readonly name: Text; readonly value: Text }[] {
  return entriesOf(node, key).flatMap(({ key: name, value }) => {
    const text = textOf(value);
    return text ? [{ name, value: text }] : [];
  });
}

/** `base_url` is a server called `default`. */
function readServers(node: MappingNode, report: Report): ServerDeclaration[] {
  const url = textOf(child(node, "base_url"));
  const servers = node.index.get("servers");
  if (url && servers)
    report.add(
      "HD209",
      servers.key.span,
      { first: "base_url", second: "servers" },
      { related: [{ message: "the other one", span: url.span }] },
    );
  const single = url ? [{ name: { value: "default", span: url.span }, url, variables: [], description: {} }] : [];
  return [...single, ...entriesOf(node, "servers").flatMap(readServer)];
}

function readServer({ key: name, value }: Entry): ServerDeclaration[] {
  const url = textOf(value) ?? textOf(child(value, "url"));
  const variables = entriesOf(value, "variables").flatMap(({ key, value: variable }) => {
    const text = textOf(variable) ?? textOf(child(variable, "default"));
    if (!text) return [];
    return [{ name: key, default: text, values: readTexts(child(variable, "values")), description: readDescription(variable, "") }];
  });
  return url ? [{ name, url, variables, description: readDescription(value, "") }] : [];
}

const kinds = ["bearer", "header", "query", "cookie", "basic", "custom"] as const;

/** `auth: {bearer: api_key}` declares the scheme `bearer` and requires it. */
function readInlineScheme(client: MappingNode): { readonly scheme: AuthSchemeDeclaration; readonly auth: AuthDeclaration } | undefined {
  const node = child(client, "auth");
  if (node?.kind !== "mapping") return undefined;
  const kind = node.entries.find((entry) => kinds.some((known) => known === entry.key.value))?.key;
  const scheme = readScheme(kind ?? { value: "", span: node.span }, node);
  return scheme && { scheme, auth: { span: node.span, anyOf: [[scheme.name]] } };
}

/** `bearer`, or `{header: api_key, name: X-Api-Key}`; undefined if the kind is missing or there are two. */
function readScheme(name: Text, node: Node): AuthSchemeDeclaration | undefined {
  const short = readWord(node, kinds);
  if (short) return { name, kind: short, description: {} };
  if (node.kind !== "mapping") return undefined;
  const [found, second] = node.entries.filter((entry) => kinds.some((known) => known === entry.key.value));
  const value = kinds.find((known) => known === found?.key.value);
  if (!found || value === undefined || second) return undefined;
  const credential = textOf(found.value);
  const wire = textOf(child(node, "name"));
  const kind = { value, span: found.key.span };
  return { name, kind, ...(credential && { credential }), ...(wire && { wire }), description: readDescription(node, "") };
}
