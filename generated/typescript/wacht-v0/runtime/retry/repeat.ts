import { attempt } from "../call/attempt.js";
import { limitOf } from "../call/deadline.js";
import type { Job } from "../call/job.js";
import { chosen } from "../call/levels.js";
import { attach, ClientError } from "../errors/client-error.js";
import { notify } from "../hooks/notify.js";
import type { Draft } from "../request/draft.js";

/** Attempts the call until it succeeds or should not be repeated (1.4). */
export async function repeat(job: Job, draft: Draft): Promise<unknown> {
  const { limit } = job.spec;
  const run = (): Promise<unknown> => attempt(job, draft);
  for (let refund = 1; ;) {
    try {
      const value = await (limit?.(job, run) ?? run());
      job.shared.tokens = Math.min(500, job.shared.tokens + refund);
      return value;
    } catch (error) {
      const wait = waitAfter(job, draft, error);
      if (wait === undefined) throw error;
      notify(job, "retry", { error, wait });
      job.failed.push(error as ClientError);
      if ((error as ClientError).retryable) refund = costOf(error);
      if (wait > 0) await job.clock.sleep(wait, job.control.signal);
    }
  }
}

/** RETRY-5: a repeat costs 5 of the client's 500 tokens, after a timeout 10. */
function costOf(error: unknown): number {
  return (error as ClientError).kind === "Timeout" ? 10 : 5;
}

/** Milliseconds to wait before the next attempt; undefined if there is to be none. */
function waitAfter(job: Job, draft: Draft, error: unknown): number | undefined {
  if (!(error instanceof ClientError)) return undefined;
  if (draft.readOnce) attach(error, { retryable: false });
  if (
    draft.readOnce ||
    job.failed.at(-1) === error ||
    !(job.attempt < chosen(job, "retry", "attempts"))
  )
    return undefined;
  if (job.renew?.(error)) return 0;
  if (!error.retryable) return undefined;
  const [first, longest] = chosen(job, "retry", "backoff");
  const step = Math.min(longest, first * 2 ** (job.attempt - 1));
  const asked = error.retryAfter ?? 0;
  const wait = Math.max(
    Math.floor((step / 2) * (1 + job.random.float())),
    asked,
  );
  if (asked > chosen(job, "retry", "longestWait") || !fits(job, wait))
    return undefined;
  const cost = costOf(error);
  if (job.shared.tokens < cost) {
    attach(error, { retriesRefused: "quota" });
    return undefined;
  }
  job.shared.tokens -= cost;
  return wait;
}

/** Whether a wait ends before the call must (TIME-2). */
export function fits(job: Job, wait: number): boolean {
  const total = limitOf(job, "total");
  return !total || job.elapsed() + wait < total;
}
