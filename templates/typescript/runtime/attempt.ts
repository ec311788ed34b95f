import { connectionFailure } from "./connection-failure.js";
import type { ApiError } from "./errors/api-error.js";
import { DecodeError } from "./errors/decode-error.js";
import { AuthError } from "./errors/refusals.js";
import { apiErrorOf } from "./failure.js";
import type { Job } from "./job.js";
import { Mismatch } from "./mismatch.js";
import { rateLimitOf } from "./rate-limit.js";
import { readText } from "./read-text.js";
import { redactCause } from "./redact.js";
import type { ResponseInfo } from "./result.js";
import type { HttpRequest } from "./transport.js";

/** Sends the request once and makes a value or an error of what comes back. */
export async function attempt(job: Job, signal: AbortSignal): Promise<unknown> {
  const request = await signed(job, { ...job.request, signal });
  const response = await exchange(job, request);
  const info = infoOf(job, response);
  if (!response.ok) throw await refusal(job, response, info);
  return success(job, response, info);
}

/** The request as the caller's own functions leave it (AUTH-1). */
async function signed(
  { call, schemes, settings, redact }: Job,
  request: HttpRequest,
): Promise<HttpRequest> {
  let last = request;
  try {
    for (const { sign, credential } of schemes)
      if (sign) last = await sign(last, settings.credentials.get(credential));
    return last;
  } catch (error) {
    throw new AuthError(call.operation.id, redactCause(error, redact));
  }
}

/** The response; one that comes after the end of the call is closed. */
async function exchange(job: Job, request: HttpRequest): Promise<Response> {
  try {
    const response = await job.settings.transport(request);
    if (request.signal.aborted) await response.body?.cancel();
    return response;
  } catch (error) {
    throw connectionFailure(job, error, false);
  }
}

function infoOf(job: Job, { status, headers }: Response): ResponseInfo {
  const names = job.settings.service.requestId ?? [];
  const ids = names.map((name) => headers.get(name));
  return {
    status,
    headers,
    requestId: ids.find((id) => id !== null) ?? undefined,
    rateLimit: rateLimitOf(headers),
    attempts: 1,
    elapsed: job.elapsed(),
  };
}

/** Bytes of an error's body that are read (ERR-2). */
const errorBodyLimit = 65536;

async function refusal(
  job: Job,
  response: Response,
  info: ResponseInfo,
): Promise<ApiError> {
  const { call, spec, settings, repeatable, redact } = job;
  const rawBody = await readText(response, errorBodyLimit);
  const failure = { ...info, operation: call.operation.id, rawBody };
  return apiErrorOf(failure, response.statusText, {
    service: settings.service.errors,
    errors: spec.errors,
    repeatable,
    now: settings.clock.now(),
    redact,
  });
}

async function success(
  job: Job,
  response: Response,
  info: ResponseInfo,
): Promise<unknown> {
  const { call, spec } = job;
  const { form, options, operation } = call;
  const reader =
    spec.returns[response.status] ?? Object.values(spec.returns)[0];
  try {
    const read = form?.read ?? reader?.read;
    const value = await read?.(response, options.signal);
    return form ? form.join(value, { ...info, elapsed: job.elapsed() }) : value;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw connectionFailure(job, error, true);
    const failure = { ...info, operation: operation.id, rawBody: error.text };
    throw new DecodeError(failure, error);
  }
}
