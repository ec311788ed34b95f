import { connectionFailure } from "./connection-failure.js";
import { ClientError } from "./errors/client-error.js";
import { DecodeError } from "./errors/decode-error.js";
import { failureOf } from "./failure.js";
import type { Job } from "./job.js";
import { Mismatch } from "./mismatch.js";
import type { Reader } from "./operation.js";
import type { ResponseInfo } from "./result.js";
import type { HttpRequest } from "./transport.js";

/** Sends the request once and makes a value or an error of what comes back. */
export async function attempt(
  job: Job,
  request: HttpRequest,
): Promise<unknown> {
  const { id, spec, form, call } = job;
  const response = await exchange(job, request);
  const info = (): ResponseInfo => infoOf(job, response);
  if (!response.ok) throw await failureOf(job, response, info());
  const [first] = Object.values(spec.returns);
  const { read } = (spec.returns[response.status] ?? first) as Reader<unknown>;
  try {
    return await form(response, read, info, call.signal);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw connectionFailure(job, error, true);
    const { path, expected, got } = error.details;
    throw new DecodeError(id, `${path} expected ${expected}, got ${got}`, {
      ...info(),
      ...error.details,
    });
  }
}

/** The response; one that comes after the end of the call is closed. */
async function exchange(job: Job, request: HttpRequest): Promise<Response> {
  let { transport } = job;
  for (const { wrap, credential } of job.schemes)
    if (wrap) transport = wrap(transport, job.credentials.get(credential), job);
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
  { service, elapsed }: Job,
  { status, headers }: Response,
): ResponseInfo {
  const ids = service.requestId?.map((name) => headers.get(name));
  const requestId = ids?.find((id) => id !== null) ?? undefined;
  return { status, headers, requestId, attempts: 1, elapsed: elapsed() };
}
