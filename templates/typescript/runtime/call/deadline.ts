import { timedOut } from "./connection-failure.js";
import { longestTimer, type Clock } from "../http/clock.js";
import { CancelledError } from "../errors/interruptions.js";
import type { Job } from "./job.js";
import { chosen } from "./levels.js";
import type { Timeouts } from "./timeouts.js";

/** A limit in milliseconds; 0 is none. */
export function limitOf(job: Job, phase: keyof Timeouts): number {
  const limit = chosen(job, "timeout", phase);
  return limit > longestTimer ? 0 : limit;
}

/**
 * Runs `work` until it ends, the limit runs out or `outer` aborts, whichever is
 * first; the work's own signal tells it. Around the call, `outer` is the caller's
 * signal; around an attempt, the call's. No timer and no listener stays behind
 * (CANCEL-4).
 */
export async function bounded<T>(
  job: Job,
  phase: "attempt" | "total",
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const bound = new AbortController();
  const { signal } = bound;
  const end = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
  const cancel = (): void => {
    const cause: unknown = outer?.reason;
    bound.abort(
      phase === "attempt"
        ? cause
        : new CancelledError(job.id, "by the caller's signal", { cause }),
    );
  };
  outer?.addEventListener("abort", cancel);
  if (outer?.aborted) cancel();
  const limit = limitOf(job, phase);
  const expire = (): void => bound.abort(timedOut(job, phase, limit));
  const stop = limit && startTimer(job.clock, limit, expire);
  try {
    return await Promise.race([end, signal.aborted ? end : work(signal)]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    if (stop) stop();
    outer?.removeEventListener("abort", cancel);
  }
}

/** Calls `expire` after `limit`, unless what it gives is called before; signals are dear, so a clock may do without one. */
export function startTimer(
  clock: Clock,
  limit: number,
  expire: () => void,
): () => void {
  if (clock.deadline) return clock.deadline(limit, expire);
  const timer = new AbortController();
  clock.sleep(limit, timer.signal).then(expire, () => {});
  return () => timer.abort();
}
