import { connectionFailure } from "./connection-failure.js";
import { ClientError } from "./errors/client-error.js";
import { DecodeError } from "./errors/decode-error.js";
import { failureOf } from "./failure.js";
import type { Job } from "./job.js";
import { Mismatch } from "./mismatch.js";
import type { ResponseInfo } from "./result.js";
import type { HttpRequest } from "./transport.js";

/** Sends the request once and makes a value or an error of what comes back. */
export async function attempt(
  job: Job,
  request: HttpRequest,
): Promise<unknown> {
  const { id, spec, form, options } = job;
  const response = await exchange(job, request);
  const info = infoOf(job, response);
  if (!response.ok) throw await failureOf(job, response, info);
  const [first] = Object.values(spec.returns);
  const reader = form?.read ? form : (spec.returns[response.status] ?? first);
  try {
    const value = await reader?.read?.(response, options.signal);
    return form ? form.join(value, infoOf(job, response)) : value;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw connectionFailure(job, error, true);
    const { path, expected, got } = error.details;
    throw new DecodeError(id, `${path} expected ${expected}, got ${got}`, {
      ...info,
      ...error.details,
    });
  }
}

/** The response; one that comes after the end of the call is closed. */
async function exchange(job: Job, request: HttpRequest): Promise<Response> {
  const { schemes, settings } = job;
  let { transport } = settings;
  for (const { wrap, credential } of schemes)
    if (wrap)
      transport = wrap(transport, settings.credentials.get(credential), job);
  try {
    const response = await transport(request);
    if (request.signal.aborted) await response.body?.cancel();
    return response;
  } catch (error) {
    throw error instanceof ClientError
      ? error
      : connectionFailure(job, error, false);
  }
}

function infoOf(
  { settings, elapsed }: Job,
  { status, headers }: Response,
): ResponseInfo {
  const name = settings.service.requestId?.find((each) => headers.has(each));
  const requestId = name && headers.get(name)?.toString();
  return { status, headers, requestId, attempts: 1, elapsed: elapsed() };
}
