import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "./errors/refusals.js";
import type { Job } from "./job.js";
import type { CallInput, Operation } from "./operation.js";
import type { Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";
import { inBrowser } from "./platform.js";
import { repeat } from "./query.js";
import { mergeHeaders } from "./request-headers.js";
import type { HttpRequest } from "./transport.js";
import { userAgent } from "./user-agent.js";

/** Makes the request of a call, or throws all that is wrong with its arguments. */
export function buildRequest(
  job: Job,
  { method, path }: Operation<unknown>,
  input: CallInput,
): Omit<HttpRequest, "signal"> {
  const { id, spec, call, options, baseUrl } = job;
  const draft = newDraft(options.checkRequests !== false, call.extraBody);
  addParams(draft, spec.path, input.path);
  addParams(draft, spec.params, input.params);
  spec.body?.write(draft, input.body);
  addExtraQuery(draft, call.extraQuery);
  const headers = headersOf(job, draft);
  const { body, violations } = draft;
  if (violations.length > 0) throw new InvalidArgumentError(id, violations);
  const url = baseUrl + targetOf(path, draft);
  if (body !== undefined) return { method, url, headers, body };
  return /^P(OST|UT|ATCH)$/.test(method)
    ? { method, url, headers, body: new Uint8Array() }
    : { method, url, headers };
}

function addParams(
  draft: Draft,
  params: { readonly [name: string]: Param } = {},
  values: object = {},
): void {
  const given = new Map<string, unknown>(Object.entries(values));
  for (const [name, param] of Object.entries(params))
    param.add(draft, name, given.get(name));
}

function addExtraQuery(
  draft: Draft,
  values: { readonly [name: string]: unknown } = {},
): void {
  for (const [name, value] of Object.entries(values)) {
    draft.path.push("query", name);
    if (value !== undefined && value !== null)
      draft.query.push(...repeat(percentEncode(name, draft), value, draft));
    draft.path.length = 0;
  }
}

/** HDR-1: defaults, credentials, the client's, the operation's, the call's; later ones win. */
function headersOf(
  { call, spec, service, options, credentials, schemes }: Job,
  draft: Draft,
): Headers {
  const headers = new Headers(service.headers);
  const { query, cookies, contentType } = draft;
  const accepted = Object.values(spec.returns).flatMap(
    ({ accept }) => accept ?? [],
  );
  headers.set("accept", accepted.join(", ") || "application/json");
  if (contentType) headers.set("content-type", contentType);
  if (!inBrowser()) headers.set("user-agent", userAgent(service, options));
  for (const { apply, credential } of schemes)
    apply?.({ headers, query, cookies }, credentials.get(credential));
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  for (const values of [options.headers, draft.headers, call.headers])
    mergeHeaders(headers, values, draft);
  return headers;
}

/** Path and query, with the parameters' values in their places. */
function targetOf(path: string, { segments, query }: Draft): string {
  const filled = path.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => segments[name] ?? whole,
  );
  const mark = path.includes("?") ? "&" : "?";
  return query.length > 0 ? filled + mark + query.join("&") : filled;
}
