import type { AuthScheme } from "./auth.js";
import type { CallState } from "./call-state.js";
import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "./errors/refusals.js";
import type { OperationSpec } from "./operation.js";
import type { Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";
import { inBrowser } from "./platform.js";
import { repeat } from "./query.js";
import { mergeHeaders } from "./request-headers.js";
import type { Settings } from "./settings.js";
import { timeoutProblem, timeoutsOf } from "./timeouts.js";
import type { Job } from "./job.js";
import { userAgent } from "./user-agent.js";

/** Makes the request of a call, or throws all that is wrong with its arguments. */
export function buildRequest(
  { operation, input, options }: CallState,
  spec: OperationSpec<unknown>,
  settings: Settings,
  schemes: readonly AuthScheme[],
): Job["request"] {
  const draft = newDraft(
    settings.options.checkRequests !== false,
    options.extraBody,
  );
  addParams(draft, spec.path, input.path);
  addParams(draft, spec.params, input.params);
  spec.body?.write(draft, input.body);
  addExtraQuery(draft, options.extraQuery);
  const problem = timeoutProblem(timeoutsOf(options.timeout));
  if (problem) draft.violations.push({ path: "timeout", rule: problem });
  const headers = new Headers(settings.service.headers);
  addDefaults(headers, draft, spec, settings);
  applyAuth(headers, draft, schemes, settings);
  mergeHeaders(headers, settings.options.headers, draft);
  mergeHeaders(headers, draft.headers, draft);
  mergeHeaders(headers, options.headers, draft);
  if (draft.violations.length > 0)
    throw new InvalidArgumentError(operation.id, draft.violations);
  const { method, path } = operation;
  return {
    method,
    url: settings.baseUrl + fill(path, draft) + queryText(path, draft),
    headers,
    body:
      draft.body ??
      (/^P(OST|UT|ATCH)$/.test(method) ? new Uint8Array() : undefined),
  };
}

function addParams(
  draft: Draft,
  params: { readonly [name: string]: Param } | undefined,
  values: object | undefined,
): void {
  for (const [name, param] of Object.entries(params ?? {}))
    param.add(
      draft,
      name,
      values && Object.hasOwn(values, name)
        ? (values as { readonly [name: string]: unknown })[name]
        : undefined,
    );
}

function addExtraQuery(
  draft: Draft,
  values: { readonly [name: string]: unknown } | undefined,
): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === undefined || value === null) continue;
    draft.path.push("query", name);
    draft.query.push(...repeat(percentEncode(name, draft), value, draft));
    draft.path.length = 0;
  }
}

/** HDR-3, UA-1; a browser does not let programs say who they are. */
function addDefaults(
  headers: Headers,
  draft: Draft,
  { returns }: OperationSpec<unknown>,
  { service, options }: Settings,
): void {
  const accepted = Object.values(returns).flatMap(({ accept }) => accept ?? []);
  headers.set(
    "accept",
    [...new Set(accepted)].join(", ") || "application/json",
  );
  if (draft.contentType) headers.set("content-type", draft.contentType);
  if (!inBrowser())
    headers.set(
      "user-agent",
      userAgent(service.name, service.version, options.userAgent),
    );
}

function applyAuth(
  headers: Headers,
  { query, cookies }: Draft,
  schemes: readonly AuthScheme[],
  { credentials }: Settings,
): void {
  for (const scheme of schemes)
    scheme.apply?.(
      { headers, query, cookies },
      credentials.get(scheme.credential),
    );
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
}

/** The path with its parameters' values in their places. */
function fill(path: string, { segments }: Draft): string {
  return path.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => segments[name] ?? whole,
  );
}

/** The query with what leads it, if there is one (ENC-6). */
function queryText(path: string, { query }: Draft): string {
  if (query.length < 1) return "";
  return (path.includes("?") ? "&" : "?") + query.join("&");
}
