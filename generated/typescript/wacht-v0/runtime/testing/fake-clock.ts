import type { Clock } from "../http/clock.js";

/** A clock for tests, on which no time is really waited for. */
export interface FakeClock extends Clock {
  /** How long each wait was that came to its end, in milliseconds, in their order; limits of time are none. */
  readonly slept: readonly number[];
  /** Lets time go by; ends what ends within it. */
  advance(milliseconds: number): Promise<void>;
}

/** Settings of {@link fakeClock}. */
export interface FakeClockOptions {
  /** Milliseconds since 1970 at the start; 2026-01-01T00:00:00Z unless said otherwise. */
  readonly now?: number;
  /** False: time goes by only as {@link FakeClock.advance} says. */
  readonly auto?: boolean;
}

interface Sleeper {
  /** Of a wait; a limit of time has none. */
  readonly length: number | undefined;
  readonly until: number;
  readonly wake: () => void;
}

/** Turns of the event loop in which what is under way may still go on before time does. */
const turns = 5;

/**
 * A clock whose time goes by itself, to the end of the next wait, whenever nothing else
 * goes on. It belongs to a transport that answers from memory: one that really waits
 * would run into its limits.
 *
 * @example
 * const clock = fakeClock();
 * const client = createClient({ apiKey: "key", clock, transport });
 */
export function fakeClock(options: FakeClockOptions = {}): FakeClock {
  const { auto = true } = options;
  let now = options.now ?? Date.UTC(2026, 0);
  let isWatched = false;
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];
  const next = (): Sleeper | undefined =>
    [...sleepers].sort((a, b) => a.until - b.until)[0];
  const wake = async (sleeper: Sleeper): Promise<void> => {
    now = Math.max(now, sleeper.until);
    if (sleeper.length !== undefined) slept.push(sleeper.length);
    sleepers.delete(sleeper);
    sleeper.wake();
    await settled();
  };
  const watch = async (): Promise<void> => {
    if (isWatched) return;
    isWatched = true;
    for (await settled(); sleepers.size > 0;) {
      const sleeper = next();
      if (sleeper) await wake(sleeper);
    }
    isWatched = false;
  };
  const add = (sleeper: Sleeper): (() => void) => {
    sleepers.add(sleeper);
    if (auto) void watch();
    return () => void sleepers.delete(sleeper);
  };
  return {
    slept,
    now: () => now,
    sleep: (length, signal) =>
      new Promise((resolve, reject) => {
        const remove = add({ length, until: now + length, wake: resolve });
        signal.addEventListener("abort", () => {
          remove();
          reject(signal.reason);
        });
      }),
    deadline: (length, expire) =>
      add({ length: undefined, until: now + length, wake: expire }),
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settled();
      for (let each = next(); each && each.until <= end; each = next())
        await wake(each);
      now = end;
    },
  };
}

/** Resolves when all that is under way had its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < turns; turn++)
    await new Promise((resolve) => setTimeout(resolve));
}
