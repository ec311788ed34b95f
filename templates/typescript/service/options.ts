import { blocks, code, isEmpty, lines, type AuthScheme, type Code, type Model, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { inlineObject, name, property } from "../layout/expression.js";
import { objectType } from "../types/members.js";
import { choosesServer, serverOptions, variablesType } from "./servers.js";

/** Whether a text alone is enough to make a client: there is one credential, and it is a text. */
export function usesText({ client }: Model): boolean {
  const [only] = client.schemes;
  return client.schemes.length === 1 && only !== undefined && only.kind !== "basic" && only.kind !== "custom";
}

export function optionsParameter(cx: Context): Code {
  const options = cx.typeName(cx.model.client, "options");
  return usesText(cx.model) ? code`options: string | ${options} = {}` : code`options: ${options} = {}`;
}

export function constructorDoc(cx: Context): Code {
  const { client } = cx.model;
  const [only] = client.schemes;
  if (!only || !usesText(cx.model)) return cx.doc({});
  return cx.doc({ doc: `\`options\` is the ${words(only.credential)}, or an object with it and other settings.` });
}

/** `ClientOptions` with an option for each credential, and the functions that take them. */
export function optionsModule(cx: Context): Code {
  const options = cx.typeName(cx.model.client, "options");
  const members = [...cx.model.client.schemes.map((scheme) => credential(scheme, cx)), ...serverOptions(cx)];
  return blocks([
    variablesType(cx),
    lines([
      cx.doc({ doc: "Settings of a client. What is not given comes from the environment, then from the schema." }),
      code`export interface ${options} extends ${cx.runtimeType("BaseOptions")} ${objectType(lines(members))}`,
    ]),
    usesText(cx.model) && settingsFunction(cx),
    lines([
      cx.doc({ doc: "A client without namespaces, for the functions of the resource modules: a bundle then holds only what is called." }),
      code`
        export function ${cx.name(cx.model.client, "create")}(${optionsParameter(cx)}): ${cx.runtimeType("Client")} {
          return new ${cx.runtime("Client")}(${cx.name(cx.model, "service")}, ${settingsOf(cx)});
        }
      `,
    ]),
  ]);
}

/** The options as the runtime takes them. */
export function settingsOf(cx: Context): Code {
  return usesText(cx.model) ? code`${cx.name(cx.model.client, "settings")}(options)` : withServer(cx);
}

/** `options`, with the address of the server that they choose. */
function withServer(cx: Context): Code {
  return choosesServer(cx.model) ? code`${cx.runtime("withServer")}(options, ${cx.name(cx.model, "servers")})` : code`options`;
}

function settingsFunction(cx: Context): Code {
  const options = cx.typeName(cx.model.client, "options");
  const given = cx.model.client.schemes.map((scheme) => property(cx.name(scheme, "option"), name(code`options`)));
  return lines([
    cx.doc({ doc: "Options that are only a text are the credential." }),
    code`
      export function ${cx.name(cx.model.client, "settings")}(options: string | ${options}): ${options} {
        if (typeof options !== "string") return ${withServer(cx)};
        return ${inlineObject(given).code};
      }
    `,
  ]);
}

function credential(scheme: AuthScheme, cx: Context): Code {
  const { env } = cx.model.client;
  const fallback = env === undefined || scheme.kind === "custom" ? "" : ` Else the environment variable \`${env}_${variable(scheme)}\`.`;
  const doc = cx.doc({ ...described(scheme, cx), doc: `${scheme.doc ?? purpose(scheme)}${fallback}` });
  const member = code`readonly ${cx.name(scheme, "option")}?: ${credentialType(scheme, cx)};`;
  return isEmpty(doc) ? member : lines([doc, member]);
}

function credentialType({ kind }: AuthScheme, cx: Context): Code {
  const text: TypeRef = { kind: "scalar", scalar: "string" };
  if (kind === "custom") return cx.unionOf([], cx.runtimeType("Signer"), code`undefined`);
  const basic = kind === "basic" ? [cx.runtimeType("BasicCredential")] : [];
  return cx.unionOf([text], ...basic, cx.runtimeType("TokenProvider"), code`undefined`);
}

function purpose({ kind, wire }: AuthScheme): string {
  const places = {
    bearer: "Sent as a bearer token.",
    basic: "User and password, or both with a colon between them.",
    header: `Sent in the header \`${wire}\`.`,
    query: `Sent as the query parameter \`${wire}\`.`,
    cookie: `Sent in the cookie \`${wire}\`.`,
    custom: "Changes each request before it is sent.",
  };
  return places[kind];
}

/** The rest of the environment variable's name: `API_KEY`. */
export function variable({ credential }: AuthScheme): string {
  return credential
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}

function words(credential: string): string {
  return credential.replace(/[^A-Za-z0-9]+/g, " ").replace(/\bapi\b/gi, "API");
}
