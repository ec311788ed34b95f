import { code, isEmpty, lines, type Code, type Model, type Server, type ServerVariable } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { constant } from "../layout/declaration.js";
import { inlineArray, inlineObject, literal, object, property } from "../layout/expression.js";
import { objectType } from "../types/members.js";

/** Whether a program has a choice: between servers, or for a variable of one. */
export function choosesServer({ client }: Pick<Model, "client">): boolean {
  return client.servers.length > 1 || hasVariables({ client });
}

/** The URL of a server with its variables' defaults. */
export function address({ url, variables }: Server): string {
  return variables.reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), url);
}

/** The servers by name, the default first. */
export function serversConstant(cx: Context): Code {
  const servers = cx.model.client.servers.map((server) => property(cx.key(server.name), inlineObject(serverProperties(server, cx))));
  const type = code`{ readonly [name: string]: ${cx.runtimeType("Server")} }`;
  return lines([
    cx.doc({ doc: "Where the service is, the default first." }),
    constant(code`export const ${cx.name(cx.model, "servers")}: ${type}`, object(servers)),
  ]);
}

function serverProperties({ url, variables }: Server, cx: Context): readonly Code[] {
  const entries = variables.map((variable) => property(cx.key(variable.name), inlineObject(variableProperties(variable, cx))));
  return [
    property(code`url`, literal(cx.literal(url))),
    ...(entries.length === 0 ? [] : [property(code`variables`, inlineObject(entries))]),
  ];
}

function variableProperties({ default: value, values }: ServerVariable, cx: Context): readonly Code[] {
  return [
    property(code`default`, literal(cx.literal(value))),
    ...(values.length === 0 ? [] : [property(code`values`, inlineArray(values.map((each) => cx.literal(each))))]),
  ];
}

/** The options that choose a server and set its variables; none where there is no choice. */
export function serverOptions(cx: Context): readonly Code[] {
  const { servers } = cx.model.client;
  if (!choosesServer(cx.model)) return [];
  return [...(servers.length > 1 ? [serverOption(servers, cx)] : []), ...(hasVariables(cx.model) ? [variablesOption(cx)] : [])];
}

function variablesOption(cx: Context): Code {
  return lines([
    cx.doc({ doc: "Parts of the server's address." }),
    code`readonly variables?: ${cx.unionOf([], cx.typeName(cx.model.client, "variables"), code`undefined`)};`,
  ]);
}

/** Whether the address of a server has parts that a program may choose. */
export function hasVariables({ client }: Pick<Model, "client">): boolean {
  return client.servers.some(({ variables }) => variables.length > 0);
}

/** The variables of all servers as one object; undefined where there are none. */
export function variablesType(cx: Context): Code | undefined {
  if (!hasVariables(cx.model)) return undefined;
  const members = variablesOf(cx.model.client.servers).map((variable) => variableMember(variable, cx));
  return lines([
    cx.doc({ doc: "Parts of a server's address that a program may choose." }),
    code`export interface ${cx.typeName(cx.model.client, "variables")} ${objectType(lines(members))}`,
  ]);
}

function serverOption(servers: readonly Server[], cx: Context): Code {
  const items = servers.flatMap(({ name, doc }) => (doc === undefined ? [] : [`- \`${name}\`: ${doc}`]));
  const said = `Which server, \`${servers[0]?.name}\` unless said otherwise; \`baseUrl\` counts before it.`;
  const doc = cx.doc({ doc: said, ...(items.length > 0 && { notes: [items.join("\n")] }) });
  const names = servers.map(({ name }) => ({ kind: "literal" as const, value: name }));
  return lines([doc, code`readonly server?: ${cx.unionOf(names, code`undefined`)};`]);
}

function variableMember(variable: ServerVariable, cx: Context): Code {
  const fallback = `\`${variable.default}\` unless said otherwise.`;
  const doc = cx.doc({ ...described(variable, cx), doc: [variable.doc, fallback].filter(Boolean).join(": ") });
  const text = { kind: "scalar" as const, scalar: "string" as const };
  const values = variable.values.map((value) => ({ kind: "literal" as const, value }));
  const member = code`readonly ${cx.typeKey(variable.name)}?: ${cx.unionOf(values.length > 0 ? values : [text], code`undefined`)};`;
  return isEmpty(doc) ? member : lines([doc, member]);
}

/** Every variable once: of those that several servers have, the first, with the values of all. */
function variablesOf(servers: readonly Server[]): readonly ServerVariable[] {
  const all = servers.flatMap(({ variables }) => variables);
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const same = all.filter((variable) => variable.name === name);
    const [first] = same;
    const isFree = same.some(({ values }) => values.length === 0);
    return first ? [{ ...first, values: isFree ? [] : [...new Set(same.flatMap(({ values }) => values))] }] : [];
  });
}
