/** Where times come from (SEAM-1). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`; rejects as soon as `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /**
   * Calls `expire` after `milliseconds`, unless the function that it gives is called
   * before: a limit of time, which a test may want to tell apart from a wait. `sleep`
   * stands in for it.
   */
  deadline?(milliseconds: number, expire: () => void): () => void;
}

/** The most that timers take; they end at once with more. */
export const longestTimer: number = 2 ** 31 - 1;

/** The platform's clock. Neither timer nor listener outlives the wait. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        if (signal.aborted) reject(signal.reason);
        else resolve();
      };
      const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
      signal.addEventListener("abort", end);
    }),
  deadline(milliseconds, expire) {
    const timer = setTimeout(expire, milliseconds);
    return () => clearTimeout(timer);
  },
};
