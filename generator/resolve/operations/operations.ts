import type { Operation } from "../../model/operation.js";
import type { OperationDeclaration } from "../../syntax/document.js";
import { authOf } from "../service/auth.js";
import { callsOf } from "./calls.js";
import { bodyOf, successesOf } from "./contents.js";
import { described } from "../described.js";
import { examplesOf } from "./examples.js";
import { methodOf } from "./methods.js";
import { checkName } from "../names.js";
import { operationErrors } from "./operation-errors.js";
import { checkPaging } from "./page-checks.js";
import { paramOf } from "./params.js";
import { pathOf } from "./paths.js";
import type { Place } from "./resources.js";
import type { Service } from "../service/service.js";
import { streamOf } from "./streams.js";
import { limitsOf, retryOf, timeoutsOf } from "../service/timing.js";
import { hintFor } from "../hint.js";

/** An operation with everything it inherits worked in, except timeouts, retries and limits, which say only what differs. */
export function operationOf(service: Service, declaration: OperationDeclaration, { parents, path }: Place): Operation {
  const { cx, table, client } = service;
  const { name, http, auth, template } = declaration;
  checkName(cx.report, "operation", name);
  const params = declaration.params.map((param) => paramOf(cx, table, param));
  const body = bodyOf(cx, table, declaration);
  const success = successesOf(cx, table, declaration.success);
  const stream = streamOf(service, declaration, params, body);
  const called = { params, success, errors: operationErrors(service, declaration), ...(body && { body }), ...(stream && { stream }) };
  return {
    id: [...parents, name.value].join("."),
    name: name.value,
    ...described(cx, declaration.description, name.span),
    method: methodOf(cx, http.method),
    path: pathOf(cx, path, http.path, params),
    ...called,
    auth: auth ? authOf(cx, auth, client.schemes) : client.auth,
    ...rateLimitOf(service, declaration),
    limits: limitsOf(declaration.limits),
    timeout: timeoutsOf(cx, declaration.timeout, client.timeout),
    retry: retryOf(cx, declaration.retry),
    idempotent: declaration.idempotent,
    paged: checkPaging(service, name, { params, body }, success[0]?.content?.type),
    calls: callsOf(cx, table, declaration, { params, body }),
    examples: examplesOf(service, declaration.examples, called),
    ...(template && templateOf(service, template)),
  };
}

function rateLimitOf({ cx, rateLimits }: Service, { rateLimit }: OperationDeclaration): { rateLimit?: string } {
  if (!rateLimit) return {};
  const names = rateLimits.map(({ name }) => name);
  if (!names.includes(rateLimit.value)) cx.report.add("HD314", rateLimit.span, { name: rateLimit.value }, hintFor(rateLimit.value, names));
  return { rateLimit: rateLimit.value };
}

/** A variant's name becomes part of a file's name (`operation.presigned.ts`). */
function templateOf({ cx }: Service, { value, span }: NonNullable<OperationDeclaration["template"]>): Pick<Operation, "template"> {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(value)) cx.report.add("HD302", span, { what: "template", name: value });
  return { template: { name: value, origin: span } };
}
