/** A sleeper: when it wants to wake up, and how. */
interface Sleeper {
  readonly due: number;
  wake(now: number): void;
}

/**
 * The time of a scenario. It stands still until somebody sleeps; then it is the time at which the first sleeper wakes. With calls side by
 * side, all that go to sleep at one time are waited for, so that the order is that of their times and not of their messages.
 */
export class FakeTime {
  readonly sleeps: number[] = [];
  now: number;
  readonly #sleepers: Sleeper[] = [];
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(start: number, patience: number) {
    this.now = start;
    this.#patience = patience;
  }

  sleep(milliseconds: number, wake: (now: number) => void): void {
    this.sleeps.push(milliseconds);
    this.#sleepers.push({ due: this.now + milliseconds, wake });
    if (this.#patience === 0) return this.#wakeFirst();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wakeFirst(), this.#patience);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wakeFirst(): void {
    this.#sleepers.sort((a, b) => a.due - b.due);
    const first = this.#sleepers.shift();
    if (!first) return;
    this.now = Math.max(this.now, first.due);
    first.wake(this.now);
    if (this.#sleepers.length > 0) this.#timer = setTimeout(() => this.#wakeFirst(), this.#patience);
  }
}
