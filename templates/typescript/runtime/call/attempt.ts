import { connectionFailure } from "./connection-failure.js";
import { ClientError } from "../errors/client-error.js";
import { DecodeError } from "../errors/decode-error.js";
import { failureOf } from "./failure.js";
import { startLimit } from "./deadline.js";
import type { Draft } from "../request/draft.js";
import type { Job } from "./job.js";
import { requestOf } from "../request/build-request.js";
import { Mismatch } from "../codecs/mismatch.js";
import type { Reader } from "./operation.js";
import { infoOf } from "./call-form.js";
import type { Transport } from "../http/transport.js";

/** One attempt: what it comes to, or why it had to end, whichever is first. */
export function attempt(job: Job, draft: Draft): Promise<unknown> {
  const outcome = new Promise((resolve, reject) => {
    job.fail = reject;
    exchange(job, draft, job.control).then(resolve, reject);
  });
  return outcome.finally(() => job.stop?.());
}

/** Sends the request once and makes a value or an error of what comes back. */
async function exchange(
  job: Job,
  draft: Draft,
  control: AbortController,
): Promise<unknown> {
  if (job.attempt === 0) await draft.prepare?.();
  job.attempt++;
  const { signal } = control;
  job.request = await requestOf(job, draft);
  signal.throwIfAborted();
  job.stop = startLimit(job, "attempt", (error) => {
    job.control = new AbortController();
    job.fail?.(error);
    control.abort(error);
  });
  let response: Response | undefined;
  try {
    response = await transportOf(job)({ ...job.request, signal });
    job.response = response;
    // One that comes after the end of the call is closed.
    if (signal.aborted) await response.body?.cancel();
    if (!response.ok) throw await failureOf(job, response);
    const { returns } = job.spec;
    const [first] = Object.values(returns);
    const reader = (returns[response.status] ?? first) as Reader<unknown>;
    return await job.form(job, response, reader);
  } catch (error) {
    if (error instanceof ClientError) throw error;
    if (!response || !(error instanceof Mismatch))
      throw connectionFailure(job, error, !!response);
    const details = { ...infoOf(job, response), ...error.details };
    throw new DecodeError(job.id, error.words, details);
  }
}

/** What the request goes through. */
function transportOf(job: Job): Transport {
  const { hooks, sign, spec, transport } = job;
  const direct = spec.redirects?.(transport) ?? transport;
  const signed = sign?.(direct) ?? direct;
  return hooks?.wrap(job, signed) ?? signed;
}
