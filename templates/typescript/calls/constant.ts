import { code, type AuthRequirement, type Code, type ErrorCase, type Operation } from "heddle/template";
import { codec } from "../codecs.js";
import type { Context } from "../context.js";
import { constant } from "../layout/declaration.js";
import { call, inlineObject, literal, name, object, property, thunk, type Expression } from "../layout/expression.js";
import { authExpression } from "../service/auth.js";
import { pageSpec } from "./paging.js";
import { headed } from "./response-headers.js";
import { answerSpec, bodySpec } from "./contents.js";
import { errorClass, resultType } from "./result.js";
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
    ...(errors.length === 0 ? [] : [property(code`errors`, inlineObject(errors))]),
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
  return operation.success.map((success) => property(cx.literal(success.status), headed(operation, success, answerSpec(success, cx), cx)));
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
function errorCases(operation: Operation, cx: Context): readonly Code[] {
  const shared = new Set(cx.model.errors.errors.filter((error) => error.everywhere));
  const own = operation.errors.cases.filter((error) => !shared.has(errorClass(error, cx) as never));
  const byStatus = new Map<string, ErrorCase[]>();
  for (const error of own) byStatus.set(statusKey(error), [...(byStatus.get(statusKey(error)) ?? []), error]);
  const usesShared = own.length < operation.errors.cases.length;
  return [
    ...(usesShared ? [code`...${cx.name(cx.model.errors, "everywhere")}`] : []),
    ...[...byStatus].map(([status, cases]) =>
      property(/^\d+$/.test(status) ? cx.literal(Number(status)) : cx.key(status), errorCase(cases, cx)),
    ),
  ];
}

/** `404`, or `5xx` for a whole hundred. */
export function statusKey({ match }: Pick<ErrorCase, "match">): string {
  if (match.kind === "status") return String(match.status);
  return `${String(match.from).slice(0, 1)}xx`;
}

/** A class; a class with a body of its own; or several, which the body tells apart. */
function errorCase(cases: readonly ErrorCase[], cx: Context): Expression {
  const [only] = cases;
  if (!only || cases.length > 1 || only.when)
    return call(
      cx.runtime("firstOf"),
      cases.map((error) => inlineObject(caseProperties(error, cx))),
    );
  return only.body === undefined ? name(cx.name(errorClass(only, cx))) : inlineObject(caseProperties(only, cx));
}

function caseProperties(error: ErrorCase, cx: Context): readonly Code[] {
  const { when } = error;
  const condition =
    when && inlineObject([property(code`path`, literal(cx.literal(when.path))), property(code`equals`, literal(cx.literal(when.value)))]);
  return [
    property(code`type`, name(cx.name(errorClass(error, cx)))),
    ...(error.body ? [property(code`body`, codec(error.body, cx))] : []),
    ...(condition ? [property(code`when`, condition)] : []),
  ];
}
