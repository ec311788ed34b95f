import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import type { Job } from "../call/job.js";
import type { Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";
import { inBrowser } from "../client/platform.js";
import { repeat } from "./query.js";
import { mergeHeaders } from "./request-headers.js";
import type { HttpRequest } from "../http/transport.js";
import type { TokenProvider } from "../auth/token-provider.js";
import { userAgent } from "../client/user-agent.js";

/** Encodes the arguments of a call, or throws all that is wrong with them. */
export function draftOf(job: Job): Draft {
  const { call, input, options, spec } = job;
  const draft = newDraft(options.checkRequests !== false, call.extraBody);
  addParams(draft, spec.path, input.path);
  addParams(draft, spec.params, input.params);
  spec.body?.write(draft, input.body, job);
  addExtraQuery(draft, call.extraQuery);
  if (input.url) draft.query.length = 0;
  spec.idempotencyKey?.(draft, job);
  mergeAll(job, draft, new Headers());
  if (draft.violations.length > 0)
    throw new InvalidArgumentError(job.id, draft.violations);
  return draft;
}

/** The request of one attempt: a draft with credentials. */
export async function requestOf(
  job: Job,
  draft: Draft,
): Promise<Omit<HttpRequest, "signal">> {
  const { method, path } = job.operation;
  const own = {
    ...draft,
    query: [...draft.query],
    headers: { ...draft.headers },
  };
  const headers = await headersOf(job, own);
  // fetch announces an empty body for POST and PUT by itself (HDR-3).
  const empty = method === "PATCH" ? new Uint8Array() : undefined;
  const body = draft.body ?? empty;
  const url = targetOf(job.input.url ?? job.baseUrl + path, own);
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
async function headersOf(job: Job, draft: Draft): Promise<Headers> {
  const headers = new Headers(job.service.headers);
  const accepted = Object.values(job.spec.returns).flatMap(
    ({ accept }): readonly string[] => (accept ? [accept] : []),
  );
  headers.set("accept", accepted.join(", ") || "application/json");
  if (draft.contentType) headers.set("content-type", draft.contentType);
  if (!inBrowser()) {
    headers.set("user-agent", userAgent(job.service, job.options));
    // In a browser it would make every repeat ask first whether it may (RETRY-9).
    if (job.attempt > 1) headers.set("x-retry-count", `${job.attempt - 1}`);
  }
  for (const scheme of job.schemes) {
    const given = job.credentials.get(scheme.credential) as
      TokenProvider | undefined;
    const value: unknown = given?.cached ? await given(job) : given;
    scheme.apply(headers, draft, value, job);
  }
  mergeAll(job, draft, headers);
  return headers;
}

/** What client, operation and call say about headers. */
function mergeAll(job: Job, draft: Draft, headers: Headers): void {
  for (const values of [job.options.headers, draft.headers, job.call.headers])
    mergeHeaders(headers, values, draft);
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
