import { newDraft, type Draft } from "./draft.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import type { Job } from "../call/job.js";
import type { Param } from "./param.js";
import { own, type Bag } from "../codecs/object.js";
import { percentEncode } from "./percent-encoding.js";
import { repeat } from "./query.js";
import { mergeHeaders } from "./request-headers.js";
import type { HttpRequest } from "../http/transport.js";
import type { TokenProvider } from "../auth/token-provider.js";

/** Encodes the arguments of a call, or throws all that is wrong with them. */
export function draftOf(job: Job): Draft {
  const { call, input, options, spec } = job;
  const draft = newDraft(options.checkRequests !== false, call.extraBody);
  addParams(draft, spec.path, input.path);
  addParams(draft, spec.params, input.params);
  spec.body?.write(draft, input.body, job);
  for (const [name, value] of Object.entries(call.extraQuery ?? {}))
    addQuery(draft, name, value);
  if (input.url) draft.query.length = 0;
  spec.idempotencyKey?.(draft, job);
  mergeAll(job, draft, new Headers());
  if (draft.violations.length > 0)
    throw new InvalidArgumentError(job.id, draft.violations);
  return draft;
}

/** The request of one attempt: a draft with credentials. Of its headers, later ones win: defaults, credentials, the client's, the operation's, the call's (HDR-1). */
export async function requestOf(
  job: Job,
  draft: Draft,
): Promise<Omit<HttpRequest, "signal">> {
  const { attempt, credentials, input, service, spec, userAgent } = job;
  const query = [...draft.query];
  const sent = { ...draft, query, headers: { ...draft.headers } };
  const headers = new Headers(service.headers);
  const accepted = Object.values(spec.returns).map(({ accept }) => accept);
  headers.set("accept", accepted.filter(Boolean).join(", ") || anyJson);
  if (draft.contentType) headers.set("content-type", draft.contentType);
  if (userAgent) {
    headers.set("user-agent", userAgent);
    if (attempt > 1) headers.set("x-retry-count", `${attempt - 1}`);
  }
  for (const scheme of job.schemes) {
    const given: unknown = credentials.get(scheme.credential);
    const value = isProvider(given) ? await given(job) : given;
    scheme.apply(headers, sent, value, job);
  }
  mergeAll(job, sent, headers);
  const { method, path } = job.operation;
  const url = targetOf(input.url ?? job.baseUrl + path, sent);
  // fetch announces an empty body for POST and PUT by itself (HDR-3).
  const empty = method === "PATCH" ? new Uint8Array() : undefined;
  return { method, url, headers, body: draft.body ?? empty };
}

const anyJson = "application/json";

function isProvider(credential: unknown): credential is TokenProvider {
  return Object(credential).cached === true;
}

/** A parameter that the operation does not declare (ENC-7). */
function addQuery(draft: Draft, name: string, value: unknown): void {
  draft.path.push("query", name);
  const values = [value ?? []].flat();
  draft.query.push(...repeat(percentEncode(name, draft), values, draft));
  draft.path.length = 0;
}

function addParams(
  draft: Draft,
  params: { readonly [name: string]: Param } = {},
  values: object = {},
): void {
  for (const [name, param] of Object.entries(params))
    param.add(draft, name, own(values as Bag, name));
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
