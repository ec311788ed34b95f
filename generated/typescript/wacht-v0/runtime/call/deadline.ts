import { timedOut } from "./connection-failure.js";
import { longestTimer } from "../http/clock.js";
import { CancelledError, type TimeoutError } from "../errors/interruptions.js";
import type { Job } from "./job.js";
import { chosen } from "./levels.js";
import type { Timeouts } from "./timeouts.js";

/** A limit in milliseconds; 0 is none. */
export function limitOf(job: Job, phase: keyof Timeouts): number {
  const limit = chosen(job, "timeout", phase);
  return limit > longestTimer ? 0 : limit;
}

/** Calls `cancel` with an error once the caller's signal aborts, unless what it gives is called before (TIME-3). */
export function onCancel(
  { id, call: { signal } }: Pick<Job, "id" | "call">,
  cancel: (error: CancelledError) => void,
): () => void {
  const tell = (): void => {
    const cause: unknown = signal?.reason;
    cancel(new CancelledError(id, "by the caller's signal", { cause }));
  };
  if (signal?.aborted) tell();
  signal?.addEventListener("abort", tell);
  return () => signal?.removeEventListener("abort", tell);
}

/** Calls `expire` with the error of a limit once that has run out (TIME-4), unless what it gives is called before. */
export function startLimit(
  job: Job,
  phase: "attempt" | "total",
  expire: (error: TimeoutError) => void,
): () => void {
  const limit = limitOf(job, phase);
  return startTimer(job, limit, () => expire(timedOut(job, phase, limit)));
}

/** Calls `expire` after `limit`, unless that is 0 or what it gives is called before; signals are dear, so a clock may do without one. */
export function startTimer(
  { clock }: Job,
  limit: number,
  expire: () => void,
): () => void {
  if (!limit) return () => {};
  if (clock.deadline) return clock.deadline(limit, expire);
  const timer = new AbortController();
  clock.sleep(limit, timer.signal).then(expire, () => {});
  return () => timer.abort();
}
