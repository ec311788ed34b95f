import { limitOf, startTimer } from "../call/deadline.js";
import type { Job } from "../call/job.js";

/** Milliseconds in which a stream that has said it is over may close its connection. */
const grace = 25;

/** Reads the body of a stream, and lets its connection go. */
export class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #job: Job;
  readonly #expired: (limit: number) => void;
  /** Stops the timer that is running. */
  #stopTimer: (() => void) | undefined;
  /** When the present wait began, or undefined. */
  #since: number | undefined;

  /** `expired` is told of a wait that is longer than the idle limit (1.3). */
  constructor(
    body: ReadableStream<Uint8Array>,
    job: Job,
    expired: (limit: number) => void,
  ) {
    this.#reader = body.getReader();
    this.#job = job;
    this.#expired = expired;
  }

  /** The next bytes; undefined at the end, and once it is cancelled. */
  async read(): Promise<Uint8Array | undefined> {
    this.#since = this.#job.clock.now();
    const limit = limitOf(this.#job, "idle");
    if (limit && !this.#stopTimer) this.#watch(limit, limit);
    try {
      return (await this.#reader.read()).value;
    } finally {
      this.#since = undefined;
    }
  }

  /** Ends the wait for bytes and closes the connection. */
  cancel(): void {
    this.#stopTimer?.();
    this.#reader.cancel().catch((): undefined => undefined);
  }

  /** Gives the connection back if it has nothing more to say, else closes it (SSE-13). */
  async release(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, grace);
    });
    await Promise.race([
      late,
      this.#reader.read().catch((): undefined => undefined),
    ]);
    clearTimeout(timer);
    this.cancel();
  }

  /** One timer for many reads: it looks up only when a wait could have been too long. */
  #watch(limit: number, left: number): void {
    const { clock } = this.#job;
    this.#stopTimer = startTimer(this.#job, left, () => {
      this.#stopTimer = undefined;
      if (this.#since === undefined) return;
      const rest = this.#since + limit - clock.now();
      if (rest > 0) this.#watch(limit, rest);
      else this.#expired(limit);
    });
  }
}
