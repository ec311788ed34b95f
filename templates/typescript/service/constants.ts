import { blocks, code, lines, secretNames, type Code, type Json, type Retry } from "heddle/template";
import { codec } from "../codecs.js";
import { statusTable } from "../calls/error-entry.js";
import { retrySetting } from "../calls/retry.js";
import type { Context } from "../context.js";
import { constant } from "../layout/declaration.js";
import { inlineObject, literal, name, object, property, pure, thunk, type Expression } from "../layout/expression.js";
import { authExpression } from "./auth.js";
import { limitConstant } from "./limits.js";
import { variable } from "./options.js";
import { address, choosesServer, serversConstant } from "./servers.js";

/** What the schema says about the service as a whole, as data. */
export function serviceModule(cx: Context): Code {
  const { client } = cx.model;
  const release = (cx.options["package"] as { version: string } | undefined)?.version;
  const [server] = client.servers;
  const { attempt, total, idle } = client.timeout;
  const headers = [...client.headers, ...(client.version ? [{ name: client.version.header, value: client.version.value }] : [])];
  const properties = [
    setting("name", cx.model.name, cx),
    setting("version", release, cx),
    setting("baseUrl", server && address(server), cx),
    setting("env", client.env, cx),
    entries(
      "credentials",
      client.env === undefined && client.schemes.length === 0
        ? []
        : client.schemes.map((scheme) => property(cx.name(scheme, "option"), literal(cx.literal(variable(scheme))))),
    ),
    client.auth.anyOf.length === 0 ? undefined : property(code`auth`, thunk(authExpression(client.auth, cx), { isObject: false })),
    entries(
      "timeout",
      Object.entries({ attempt, total, idle }).flatMap(([key, value]) =>
        value === undefined ? [] : [property(cx.key(key), literal(cx.literal(value)))],
      ),
    ),
    ...retrySetting(client.retry, cx),
    keySetting(client.retry, cx),
    entries(
      "headers",
      headers.map((header) => property(cx.key(header.name), literal(cx.literal(header.value)))),
    ),
    list("requestId", client.requestId, cx),
    errors(cx),
    list("secrets", secretNames(cx.model), cx),
  ];
  const declaration = constant(
    code`export const ${cx.name(cx.model, "service")}: ${cx.runtimeType("Service")}`,
    object(properties.filter((each) => each !== undefined)),
  );
  return blocks([
    lines([cx.doc({ doc: `What the schema says about ${cx.model.name} as a whole.` }), declaration]),
    choosesServer(cx.model) ? serversConstant(cx) : undefined,
    ...cx.model.rateLimits.map((limit) => limitConstant(limit, cx)),
  ]);

  function entries(key: string, members: readonly Code[]): Code | undefined {
    return members.length === 0 ? undefined : property(cx.key(key), object(members));
  }
}

/** For calls of paths that the schema does not know: which of them send an idempotency key, and in which header. */
function keySetting({ idempotencyKey: key }: Retry, cx: Context): Code | undefined {
  const members = key && [
    property(code`header`, literal(cx.literal(key.header))),
    property(code`methods`, name(cx.literal([...key.methods]))),
  ];
  return members && property(code`idempotencyKey`, inlineObject(members));
}

function errors(cx: Context): Code | undefined {
  const table = cx.model.errors;
  const names = table.errors.map((error) => [error, literal(cx.literal(error.name))] as const);
  const members = [
    names.length === 0 ? undefined : property(code`names`, pure(statusTable(names, object, cx))),
    table.body && property(code`body`, bodyThunk(codec(table.body, cx))),
    list("message", table.message, cx),
    list("code", table.code, cx),
  ].filter((each) => each !== undefined);
  return members.length === 0 ? undefined : property(code`errors`, object(members));
}

function bodyThunk(body: Expression): Expression {
  return { code: code`() => ${body.code}`, kind: "call" };
}

function setting(key: string, value: string | undefined, cx: Context): Code | undefined {
  return value === undefined ? undefined : property(cx.key(key), literal(cx.literal(value)));
}

function list(key: string, items: readonly string[], cx: Context): Code | undefined {
  return items.length === 0 ? undefined : property(cx.key(key), name(cx.literal(items as Json)));
}
