import type { ClientDeclaration, OperationDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import type { NamedEndpoint } from "../names/operation-names.js";
import type { Schemes } from "../service/auth.js";
import { ownAuth } from "../service/client.js";
import { bodyOf } from "./contents.js";
import type { ErrorTable } from "./errors.js";
import { paramsOf } from "./params.js";
import { answersOf, successesOf } from "./responses.js";

export interface ServiceParts {
  readonly schemes: Schemes;
  readonly client: ClientDeclaration;
  readonly errors: ErrorTable;
}

/** An operation of the document, with its whole path. */
export function operationOf(cx: Cx, endpoint: NamedEndpoint, { schemes, client, errors }: ServiceParts): OperationDeclaration {
  const { operation, title, method } = endpoint;
  const { params, path } = paramsOf(cx, endpoint);
  const body = method === "GET" || method === "HEAD" ? undefined : bodyOf(cx, operation, title);
  if (!body && operation.has("requestBody")) cx.notes.add("component-unused", operation.get("requestBody") ?? operation);
  const { success, stream } = successesOf(cx, answersOf(cx, operation), title);
  const auth = ownAuth(cx, endpoint, schemes, client);
  const failures = errors.of(endpoint);
  return {
    name: operation.as(endpoint.name),
    description: descriptionOf(operation),
    http: { method: operation.as(method), path, span: operation.span },
    params,
    ...(body && { body }),
    success,
    ...(failures && { errors: failures }),
    ...(auth && { auth }),
    idempotent: false,
    ...(stream && { stream }),
    calls: [],
    examples: [],
  };
}
