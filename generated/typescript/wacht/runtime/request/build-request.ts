import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import type { Job } from "../call/job.js";
import type { CallInput, Operation } from "../call/operation.js";
import type { Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";
import { inBrowser } from "../client/platform.js";
import { repeat } from "./query.js";
import { mergeHeaders } from "./request-headers.js";
import type { HttpRequest } from "../http/transport.js";
import { userAgent } from "../client/user-agent.js";

/** Makes the request of a call, or throws all that is wrong with its arguments. */
export function buildRequest(
  job: Job,
  { method, path }: Operation<unknown>,
  input: CallInput,
): Omit<HttpRequest, "signal"> {
  const draft = newDraft(
    job.options.checkRequests !== false,
    job.call.extraBody,
  );
  addParams(draft, job.spec.path, input.path);
  addParams(draft, job.spec.params, input.params);
  job.spec.body?.write(draft, input.body);
  addExtraQuery(draft, job.call.extraQuery);
  const headers = headersOf(job, draft);
  if (draft.violations.length > 0)
    throw new InvalidArgumentError(job.id, draft.violations);
  // fetch announces an empty body for POST and PUT by itself (HDR-3).
  const empty = method === "PATCH" ? new Uint8Array() : undefined;
  const body = draft.body ?? empty;
  const url = job.baseUrl + targetOf(path, draft);
  return { method, url, headers, ...(body !== undefined && { body }) };
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
function headersOf(job: Job, draft: Draft): Headers {
  const headers = new Headers(job.service.headers);
  const accepted = Object.values(job.spec.returns).flatMap(
    (reader) => reader.accept ?? [],
  );
  headers.set("accept", accepted.join(", ") || "application/json");
  if (draft.contentType) headers.set("content-type", draft.contentType);
  if (!inBrowser())
    headers.set("user-agent", userAgent(job.service, job.options));
  for (const scheme of job.schemes)
    scheme.apply?.(headers, draft, job.credentials.get(scheme.credential));
  for (const values of [job.options.headers, draft.headers, job.call.headers])
    mergeHeaders(headers, values, draft);
  return headers;
}

/** Path and query, with the parameters' values in their places. */
function targetOf(path: string, draft: Draft): string {
  const filled = path.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => draft.segments[name] ?? whole,
  );
  const mark = path.includes("?") ? "&" : "?";
  return draft.query.length > 0
    ? filled + mark + draft.query.join("&")
    : filled;
}
