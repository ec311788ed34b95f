import { timedOut } from "./connection-failure.js";
import { CancelledError, type TimeoutPhase } from "../errors/interruptions.js";
import type { Job } from "./job.js";
import { timeoutsOf } from "./timeouts.js";

/** What limits are where nobody says otherwise (1.3), in milliseconds. */
const defaults = { attempt: 30_000, total: 60_000 };

/** Longer ones overflow the platform's timers and would end at once. */
const longestTimer = 2 ** 31 - 1;

/** The call's own, the client's, the operation's, the service's (CFG-1). */
function limitOf(job: Job, phase: TimeoutPhase): number {
  const levels = [
    timeoutsOf(job.call.timeout),
    job.timeout,
    job.spec.timeout,
    job.service.timeout,
    defaults,
  ];
  const limits = levels.map((level) => level?.[phase]);
  return limits.find((limit) => limit !== undefined) ?? 0;
}

/**
 * Runs `work` until it ends, a limit runs out or the caller's signal aborts,
 * whichever is first; the work's own signal tells it. No timer and no listener
 * stays behind (CANCEL-4).
 */
export async function bounded<T>(
  job: Job,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const caller = job.call.signal;
  const bound = new AbortController();
  const timers = new AbortController();
  const { signal } = bound;
  const end = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
  const cancel = (): void => {
    const cause: unknown = caller?.reason;
    bound.abort(
      new CancelledError(job.id, "by the caller's signal", { cause }),
    );
  };
  caller?.addEventListener("abort", cancel);
  if (caller?.aborted) cancel();
  for (const phase of ["attempt", "total"] as const) {
    const limit = limitOf(job, phase);
    if (limit > 0 && limit <= longestTimer)
      job.clock.sleep(limit, timers.signal).then(
        () => bound.abort(timedOut(job, phase, limit)),
        () => undefined,
      );
  }
  try {
    return await Promise.race([end, signal.aborted ? end : work(signal)]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    timers.abort();
    caller?.removeEventListener("abort", cancel);
  }
}
