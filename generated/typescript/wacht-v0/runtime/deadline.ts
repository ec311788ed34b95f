import type { Clock } from "./clock.js";

/** Longer ones overflow the platform's timers and would end at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs `work` until it ends, `limit` milliseconds have passed (0 is no limit) or
 * the outer signal aborts, whichever is first; `stopped` says what it then fails
 * with. The work's own signal tells it. No timer and no listener stays behind
 * (CANCEL-4).
 */
export async function bounded<T>(
  clock: Clock,
  limit: number,
  outer: AbortSignal | undefined,
  stopped: (expired: boolean) => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted) throw stopped(false);
  const bound = new AbortController();
  const timer = new AbortController();
  const { signal } = bound;
  const onOuter = (): void => bound.abort(stopped(false));
  outer?.addEventListener("abort", onOuter);
  if (limit > 0 && limit <= longestTimer)
    clock.sleep(limit, timer.signal).then(
      () => bound.abort(stopped(true)),
      () => undefined,
    );
  const end = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
  try {
    return await Promise.race([work(signal), end]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    timer.abort();
    outer?.removeEventListener("abort", onOuter);
  }
}
