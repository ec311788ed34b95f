/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds. */
  sleep(duration: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (duration) => new Promise((wake) => setTimeout(wake, duration)),
};
