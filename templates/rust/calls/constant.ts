import { code, type AuthRequirement, type Code, type ErrorCase, type Operation, type Retry, type Timeouts } from "heddle/template";
import type { Context } from "../context.js";
import { array, baseOf, call, structLiteral } from "../layout/expression.js";
import { assigned } from "../layout/statement.js";
import { pageStyle } from "./paging.js";
import { streamStyle } from "./streaming.js";

/** Everything that a call of the operation needs, as data. */
export function operationConstant(operation: Operation, cx: Context): Code {
  const path = operation.path.map((part) => (part.kind === "text" ? part.text : `{${part.name}}`)).join("");
  const type = cx.runtime("Operation");
  const made = call(code`${type}::new`, [cx.literal(operation.id), cx.literal(operation.method), cx.literal(path)]);
  const fields = [
    ...acceptField(operation, cx),
    ...(operation.errors.cases.length === 0 ? [] : [code`errors: &${array(operation.errors.cases.map((error) => errorCase(error, cx)))}`]),
    ...timeoutField(operation.timeout, cx),
    ...retryField(operation.retry, cx),
    ...authField(operation.auth, cx),
    ...(operation.idempotent ? [code`idempotent: true`] : []),
    ...keyField(operation, cx),
    ...limitField(operation, cx),
    ...answerField(operation, cx),
    ...pageStyle(operation, cx),
    ...streamStyle(operation, cx),
  ];
  const value = fields.length === 0 ? made : structLiteral(type, [...fields, baseOf(made)]);
  return assigned(
    code`static ${cx.name(operation, "operation")}: ${type}`,
    value,
    0,
    fields.length === 0 ? code`${type}::new(` : code`${type} {`,
  );
}

function acceptField(operation: Operation, cx: Context): readonly Code[] {
  const answers = cx.responses(operation).length > 0 ? operation.success : operation.success.slice(0, 1);
  const accept = [...new Set(answers.flatMap((success) => cx.readContents(success).map(({ media }) => media)))].join(", ");
  return accept === "" || accept === "application/json" ? [] : [code`accept: ${cx.literal(accept)}`];
}

/** The service's own error, or one that only this operation has. */
function errorCase(error: ErrorCase, cx: Context): Code {
  const shared = cx.model.errors.errors.find(({ name }) => name === error.name);
  if (shared && !error.own && !error.when) return code`&${cx.name(shared)}`;
  const made = declaredCase(error, cx);
  const { when } = error;
  return code`&${made}${when && code`.when(${cx.literal(when.path)}, ${cx.literal(String(when.value))})`}`;
}

/** `ErrorCase::status(404, "NotFound")`. */
export function declaredCase({ match, name }: Pick<ErrorCase, "match" | "name">, cx: Context): Code {
  const statuses = match.kind === "status" ? [match.status] : [match.from, match.to];
  const args = [...statuses.map((status) => cx.integer(status)), cx.literal(name)];
  return call(code`${cx.runtime("ErrorCase")}::${cx.identifier(match.kind)}`, args);
}

/** `Duration::from_secs(300)`. */
export function duration(milliseconds: number, cx: Context): Code {
  const type = cx.external("std::time", "Duration");
  const isWhole = milliseconds % 1000 === 0;
  return code`${type}::from_${isWhole ? code`secs` : code`millis`}(${cx.integer(isWhole ? milliseconds / 1000 : milliseconds)})`;
}

/** Limits of time that differ from what lies below. */
export function timeoutField({ connect, attempt, total, idle }: Timeouts, cx: Context): readonly Code[] {
  const given = [
    [code`connect`, connect],
    [code`attempt`, attempt],
    [code`total`, total],
    [code`idle`, idle],
  ] as const;
  const fields = given.flatMap(([name, value]) => (value === undefined ? [] : [code`${name}: Some(${duration(value, cx)})`]));
  return settings(code`timeouts`, cx.runtime("Timeouts"), fields, given.length);
}

/** How failed attempts are repeated, where that differs from what lies below. */
export function retryField({ attempts, backoff, longestWait, on, unsafe, override }: Retry, cx: Context): readonly Code[] {
  const fields = [
    ...(attempts === undefined ? [] : [code`attempts: Some(${cx.integer(attempts)})`]),
    ...(backoff === undefined ? [] : [code`backoff: Some((${duration(backoff.first, cx)}, ${duration(backoff.longest, cx)}))`]),
    ...(longestWait === undefined ? [] : [code`longest_wait: Some(${duration(longestWait, cx)})`]),
    ...(on === undefined ? [] : [code`on: Some(&${array(on.map((status) => cx.integer(status)))})`]),
    ...(unsafe === undefined ? [] : [code`repeat_unsafe: Some(${cx.literal(unsafe)})`]),
    ...(override === undefined ? [] : [code`override_header: Some(${cx.literal(override.toLowerCase())})`]),
  ];
  return settings(code`retry`, cx.runtime("Retry"), fields, 6);
}

function settings(name: Code, type: Code, fields: readonly Code[], all: number): readonly Code[] {
  if (fields.length === 0) return [];
  const base = fields.length === all ? [] : [baseOf(code`${type}::UNSET`)];
  return [code`${name}: ${structLiteral(type, [...fields, ...base])}`];
}

function authField(auth: AuthRequirement, cx: Context): readonly Code[] {
  if (JSON.stringify(auth) === JSON.stringify(cx.model.client.auth)) return [];
  return [code`auth: Some(${requirement(auth, cx)})`];
}

/** `&[&[&API_KEY]]`: any of these sets of schemes. */
export function requirement({ anyOf }: AuthRequirement, cx: Context): Code {
  const sets = anyOf.map(({ allOf }) => {
    const schemes = allOf.flatMap((name) => cx.model.client.schemes.filter((scheme) => scheme.name === name));
    return code`&${array(schemes.map((scheme) => code`&${cx.name(scheme)}`))}`;
  });
  return code`&${array(sets)}`;
}

function keyField({ method, retry }: Operation, cx: Context): readonly Code[] {
  const key = retry.idempotencyKey ?? cx.model.client.retry.idempotencyKey;
  return key?.methods.includes(method) ? [code`idempotency_key: Some(${cx.literal(key.header)})`] : [];
}

/** What is longer than the schema allows is not read. */
function answerField({ limits }: Operation, cx: Context): readonly Code[] {
  const most = limits.response ?? cx.model.client.limits.response;
  return most === undefined ? [] : [code`longest_answer: Some(${cx.integer(most)})`];
}

/** `limit: Some(RateLimit { .. })`: how often the operation may be called. */
function limitField({ rateLimit }: Operation, cx: Context): readonly Code[] {
  const limit = cx.model.rateLimits.find(({ name }) => name === rateLimit);
  if (!limit) return [];
  const windows = limit.windows.map(({ count, period }) => code`(${cx.integer(count)}, ${duration(period, cx)})`);
  const fields = [
    code`name: ${cx.literal(limit.name)}`,
    code`key: &${array(limit.key.map(cx.literal))}`,
    code`windows: &${array(windows)}`,
  ];
  return [code`limit: Some(${structLiteral(cx.runtime("RateLimit"), fields)})`];
}
