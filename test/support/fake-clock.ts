import type { Clock } from "../../templates/typescript/runtime/index.js";

/** A clock whose time goes on only when everything waits: then to the next moment that somebody waits for. */
export interface FakeClock extends Clock {
  /** Waits that came to their end, in order; limits that were not reached are not among them. */
  readonly slept: number[];
  /** How many wait. */
  readonly pending: number;
  /** Lets time go on until `work` settles. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Moves the time without waking anybody. */
  skip(milliseconds: number): void;
}

export function fakeClock(start = 1_000): FakeClock {
  let now = start;
  const slept: number[] = [];
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const wakeNext = (): void => {
    const next = [...sleepers].reduce((first, each) => (each.at < first.at ? each : first));
    now = Math.max(now, next.at);
    sleepers.delete(next);
    next.wake();
  };
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const wake = (): void => {
          slept.push(milliseconds);
          resolve();
        };
        const sleeper = { at: now + milliseconds, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        });
      }),
    async run(work) {
      let settled = false;
      const done = work.finally(() => (settled = true));
      done.catch(() => undefined);
      while (!settled) {
        for (let turn = 0; turn < 3 && !settled; turn++) await new Promise((resolve) => setImmediate(resolve));
        if (!settled && sleepers.size > 0) wakeNext();
      }
      return done;
    },
    skip(milliseconds) {
      now += milliseconds;
    },
    slept,
    get pending() {
      return sleepers.size;
    },
  };
}
