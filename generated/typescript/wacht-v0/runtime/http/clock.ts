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

/** The platform's clock. No timer outlives `signal`. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
  deadline(milliseconds, expire) {
    const timer = setTimeout(expire, milliseconds);
    return () => clearTimeout(timer);
  },
};
