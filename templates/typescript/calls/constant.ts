import { code, type AuthRequirement, type Code, type ErrorCase, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { constant } from "../layout/declaration.js";
import { call, inlineObject, literal, name, object, property, thunk, type Expression } from "../layout/expression.js";
import { authExpression } from "../service/auth.js";
import { pageSpec } from "./paging.js";
import { headed } from "./response-headers.js";
import { answerSpec, bodySpec } from "./contents.js";
import { errorEntry, statusKey, statusTable } from "./error-entry.js";
import { resultType } from "./result.js";
import { onlyStreams, streamSpec } from "./streaming.js";
import { idempotencyKeySetting, retrySetting } from "./retry.js";
import { paramsSpec, pathSpec } from "./parameters.js";

/** Everything that a call of the operation needs, as data. */
export function operationConstant(operation: Operation, cx: Context): Code {
  const properties = [
    property(code`id`, literal(cx.literal(operation.id))),
    property(code`method`, literal(cx.literal(operation.method))),
    property(code`path`, literal(cx.literal(pathText(operation)))),
    property(code`spec`, thunk(object(spec(operation, cx)), { isObject: true })),
  ];
  const result = onlyStreams(operation) ? code`never` : resultType(operation, cx);
  const type = code`${cx.runtimeType("Operation")}${cx.typeArguments([result])}`;
  return constant(code`const ${cx.name(operation, "operation")}: ${type}`, object(properties));
}

function pathText(operation: Operation): string {
  return operation.path.map((part) => (part.kind === "text" ? part.text : `{${part.name}}`)).join("");
}

function spec(operation: Operation, cx: Context): readonly Code[] {
  const errors = errorCases(operation, cx);
  const { attempt, total, idle } = operation.timeout;
  const timeout = Object.entries({ attempt, total, idle }).flatMap(([key, value]) =>
    value === undefined ? [] : [property(cx.key(key), literal(cx.literal(value)))],
  );
  const path = pathSpec(operation, cx);
  const params = paramsSpec(operation, cx);
  const body = bodySpec(operation, cx);
  return [
    ...(path.length === 0 ? [] : [property(code`path`, inlineObject(path))]),
    ...(params.length === 0 ? [] : [property(code`params`, object(params))]),
    ...(body ? [property(code`body`, body)] : []),
    property(code`returns`, inlineObject(onlyStreams(operation) ? [] : answers(operation, cx))),
    ...streamSpec(operation, cx),
    ...(operation.errors.cases.length === 0 ? [] : [property(code`errors`, errors)]),
    ...(timeout.length === 0 ? [] : [property(code`timeout`, inlineObject(timeout))]),
    ...authSetting(operation.auth, cx),
    ...pageSpec(operation, cx),
    ...(operation.idempotent ? [property(code`idempotent`, name(code`true`))] : []),
    ...retrySetting(operation.retry, cx),
    ...idempotencyKeySetting(operation, cx),
    ...limitSetting(operation, cx),
    ...(/^(GET|HEAD)$/.test(operation.method) ? [property(code`redirects`, name(cx.runtime("sameOrigin")))] : []),
  ];
}

/** How each successful status is read. */
function answers(operation: Operation, cx: Context): readonly Code[] {
  return operation.success.map((success) => {
    const reader = limitedAnswer(operation, answerSpec(success, cx), cx);
    return property(cx.literal(success.status), headed(operation, success, reader, cx));
  });
}

/** `limited(json(Thing), 10_000_000)` where answers have a greatest size. */
function limitedAnswer(operation: Operation, reader: Expression, cx: Context): Expression {
  const limit = operation.limits.response ?? cx.model.client.limits.response;
  return limit === undefined ? reader : call(cx.runtime("limited"), [reader, literal(cx.literal(limit))]);
}

function authSetting(auth: AuthRequirement, cx: Context): readonly Code[] {
  if (JSON.stringify(auth) === JSON.stringify(cx.model.client.auth)) return [];
  return [property(code`auth`, authExpression(auth, cx))];
}

function limitSetting(operation: Operation, cx: Context): readonly Code[] {
  const limit = cx.model.rateLimits.find((each) => each.name === operation.rateLimit);
  return limit ? [property(code`limit`, name(cx.name(limit, "limit")))] : [];
}

/** Classes by status; what the service can raise everywhere is in a table of its own. */
function errorCases(operation: Operation, cx: Context): Expression {
  const shared = new Set(cx.model.errors.errors.filter((error) => error.everywhere));
  const own = operation.errors.cases.filter((error) => !shared.has(cx.errorOf(error) as never));
  const alike = new Map<string, ErrorCase[]>();
  for (const error of own) alike.set(statusKey(error), [...(alike.get(statusKey(error)) ?? []), error]);
  const usesShared = own.length < operation.errors.cases.length;
  const entries = [...alike.values()].flatMap((cases) => cases.slice(0, 1).map((first) => [first, errorEntry(cases, cx)] as const));
  return statusTable(entries, inlineObject, cx, usesShared ? [code`...${cx.name(cx.model.errors, "everywhere")}`] : []);
}
