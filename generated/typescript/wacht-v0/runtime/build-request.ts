import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "./errors/refusals.js";
import type { Job } from "./job.js";
import { own as ownMember } from "./object.js";
import type { CallInput } from "./operation.js";
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
  input: CallInput,
): Omit<HttpRequest, "signal"> {
  const { id, spec, settings, operation, options } = job;
  const { method, path } = operation;
  const draft = newDraft(
    settings.options.checkRequests !== false,
    options.extraBody,
  );
  addParams(draft, spec.path, input.path);
  addParams(draft, spec.params, input.params);
  spec.body?.write(draft, input.body);
  addExtraQuery(draft, options.extraQuery);
  const headers = headersOf(job, draft);
  if (draft.violations.length > 0)
    throw new InvalidArgumentError(id, draft.violations);
  return {
    method,
    url: settings.baseUrl + targetOf(path, draft),
    headers,
    body:
      draft.body ??
      (/^P(OST|UT|ATCH)$/.test(method) ? new Uint8Array() : undefined),
  };
}

function addParams(
  draft: Draft,
  params: { readonly [name: string]: Param } = {},
  values: object = {},
): void {
  for (const [name, param] of Object.entries(params))
    param.add(draft, name, ownMember({ ...values }, name));
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
  { options: own, spec, settings, schemes }: Job,
  draft: Draft,
): Headers {
  const { service, options, credentials } = settings;
  const headers = new Headers(service.headers);
  const accepted = Object.values(spec.returns).flatMap(
    ({ accept }) => accept ?? [],
  );
  headers.set("accept", accepted.join(", ") || "application/json");
  if (draft.contentType) headers.set("content-type", draft.contentType);
  if (!inBrowser())
    headers.set(
      "user-agent",
      userAgent(service.name, service.version, options.userAgent),
    );
  const { query, cookies } = draft;
  for (const scheme of schemes)
    scheme.apply?.(
      { headers, query, cookies },
      credentials.get(scheme.credential),
    );
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  for (const values of [options.headers, draft.headers, own.headers])
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
