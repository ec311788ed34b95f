import type { Clock } from "./clock.js";

/** The bounds of a piece of work beside its outer signal. */
export interface Bounds {
  readonly clock: Clock;
  /** Milliseconds; 0 is no limit (TIME-1). */
  readonly limit: number;
  /** What the work fails with when the limit runs out. */
  readonly expired: (elapsed: number) => Error;
  /** What the work fails with when the outer signal aborts. */
  readonly ended: (reason: unknown) => unknown;
}

/** Longer ones overflow the platform's timers and would end at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Runs `work` until it ends, its limit runs out or the outer signal aborts,
 * whichever is first; the work's own signal tells it. Leaves neither a timer nor
 * a listener behind (CANCEL-4).
 */
export async function bounded<T>(
  outer: AbortSignal | undefined,
  { clock, limit, expired, ended }: Bounds,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer?.aborted) throw ended(outer.reason);
  const bound = new AbortController();
  const { signal } = bound;
  const timer = new AbortController();
  const onOuter = (): void => bound.abort(ended(outer?.reason));
  outer?.addEventListener("abort", onOuter);
  const start = clock.now();
  if (limit > 0 && limit <= longestTimer)
    clock.sleep(limit, timer.signal).then(
      () => bound.abort(expired(clock.now() - start)),
      () => undefined,
    );
  const stopped = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason)),
  );
  try {
    return await Promise.race([work(signal), stopped]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    timer.abort();
    outer?.removeEventListener("abort", onOuter);
  }
}
