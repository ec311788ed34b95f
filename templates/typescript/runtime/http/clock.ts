/** Where times come from (SEAM-1). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`; rejects as soon as `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** The same for limits of time, which a test may want to tell apart from waits; `sleep` unless given. */
  deadline?(milliseconds: number, signal: AbortSignal): Promise<void>;
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
};
