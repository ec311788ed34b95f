import { blocks, code, lines, secretNames, type AuthScheme, type Code, type ErrorDef, type Retry } from "heddle/template";
import { declaredCase, requirement, retryField, timeoutField } from "../calls/constant.js";
import type { Context } from "../context.js";
import { array, baseOf, call, structLiteral } from "../layout/expression.js";
import { assigned } from "../layout/statement.js";

/** What the schema says about the service as a whole, as data. */
export function serviceModule(cx: Context): Code {
  const { client, errors } = cx.model;
  const headers = [...client.headers, ...(client.version ? [{ name: client.version.header, value: client.version.value }] : [])];
  const [server] = client.servers;
  const url = (server?.variables ?? []).reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), server?.url ?? "");
  const service = cx.runtime("Service");
  const list = (name: Code, items: readonly Code[]): readonly Code[] => (items.length === 0 ? [] : [code`${name}: &${array(items)}`]);
  const fields = [
    ...(client.env === undefined ? [] : [code`env: Some(${cx.literal(client.env)})`]),
    ...list(
      code`schemes`,
      client.schemes.map((scheme) => code`&${cx.name(scheme)}`),
    ),
    ...(client.auth.anyOf.length === 0 ? [] : [code`auth: ${requirement(client.auth, cx)}`]),
    ...timeoutField(client.timeout, cx),
    ...retryField(client.retry, cx),
    ...keyField(client.retry, cx),
    ...list(
      code`headers`,
      headers.map(({ name, value }) => code`(${cx.literal(name)}, ${cx.literal(value)})`),
    ),
    ...list(code`secrets`, secretNames(cx.model).map(cx.literal)),
    ...list(code`request_id`, client.requestId.map(cx.literal)),
    ...list(
      code`errors`,
      present(errors.errors).map((error) => code`&${cx.name(error)}`),
    ),
    ...list(code`message`, errors.message.map(cx.literal)),
    ...list(code`code`, errors.code.map(cx.literal)),
  ];
  const made = call(code`${service}::new`, [cx.literal(cx.model.name), code`env!("CARGO_PKG_VERSION")`, cx.literal(url)]);
  const value = fields.length === 0 ? made : structLiteral(service, [...fields, baseOf(made)]);
  return blocks([
    lines([
      cx.doc({ doc: `What the schema says about ${cx.model.name} as a whole.` }),
      code`pub(crate) static SERVICE: ${service} = ${value};`,
    ]),
    ...client.schemes.map((scheme) => schemeConstant(scheme, cx)),
    ...present(errors.errors).map((error) => errorConstant(error, cx)),
  ]);
}

/** Which calls send an idempotency key that no operation describes. */
function keyField({ idempotencyKey }: Retry, cx: Context): readonly Code[] {
  if (!idempotencyKey) return [];
  const { header, methods } = idempotencyKey;
  return [code`idempotency_key: Some(${cx.literal(header)})`, code`keyed_methods: &${array(methods.map(cx.literal))}`];
}

function present(errors: readonly ErrorDef[]): readonly ErrorDef[] {
  return errors.filter(({ removed }) => removed === undefined);
}

function errorConstant(error: ErrorDef, cx: Context): Code {
  return assigned(
    code`pub(crate) static ${cx.name(error)}: ${cx.runtime("ErrorCase")}`,
    declaredCase(error, cx),
    0,
    code`${cx.runtime("ErrorCase")}::${cx.identifier(error.match.kind)}(`,
  );
}

function schemeConstant(scheme: AuthScheme, cx: Context): Code {
  const fields = [code`credential: ${cx.literal(scheme.credential)}`, code`place: ${cx.runtime("SchemePlace")}::${place(scheme, cx)}`];
  return code`pub(crate) static ${cx.name(scheme)}: ${cx.runtime("Scheme")} = ${structLiteral(cx.runtime("Scheme"), fields)};`;
}

function place({ kind, wire }: AuthScheme, cx: Context): Code {
  switch (kind) {
    case "bearer":
      return code`Bearer`;
    case "basic":
      return code`Basic`;
    case "header":
      return code`Header(${cx.literal(wire.toLowerCase())})`;
    case "query":
      return code`Query(${cx.literal(wire)})`;
    case "cookie":
      return code`Cookie(${cx.literal(wire)})`;
    case "custom":
      return code`Custom`;
  }
}
