import { connectionFailure } from "./connection-failure.js";
import { ClientError } from "../errors/client-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { failureOf } from "./failure.js";
import type { Job } from "./job.js";
import { Mismatch } from "../codecs/mismatch.js";
import type { Reader } from "./operation.js";
import type { ResponseInfo } from "./result.js";
import type { HttpRequest } from "../http/transport.js";

/** Sends the request once and makes a value or an error of what comes back. */
export async function attempt(
  job: Job,
  request: HttpRequest,
): Promise<unknown> {
  const response = await exchange(job, request);
  job.response = response;
  const info = (): ResponseInfo => infoOf(job, response);
  if (!response.ok) throw await failureOf(job, response, info());
  const { returns } = job.spec;
  const [first] = Object.values(returns);
  const reader = (returns[response.status] ?? first) as Reader<unknown>;
  try {
    return await job.form(job, response, reader, info);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw connectionFailure(job, error, true);
    const details = { ...info(), ...error.details };
    throw new DecodeError(job.id, error.words, details);
  }
}

/** The response; one that comes after the end of the call is closed. */
async function exchange(job: Job, request: HttpRequest): Promise<Response> {
  const { hooks, sign, spec } = job;
  let transport = spec.redirects?.(job.transport) ?? job.transport;
  transport = sign?.(transport) ?? transport;
  transport = hooks?.wrap(job, transport) ?? transport;
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

function infoOf(job: Job, response: Response): ResponseInfo {
  const { status, headers } = response;
  const ids = job.service.requestId?.map((name) => headers.get(name));
  const requestId = ids?.find((id) => id !== null) ?? undefined;
  return {
    status,
    headers,
    requestId,
    attempts: job.attempt,
    elapsed: job.elapsed(),
  };
}
