import type { Channel } from "./channel.js";

/** A clock whose time is the harness's: a sleep is over when the harness says so. */
export class RemoteClock {
  #now: number;
  readonly #channel: Channel;
  readonly #realTime: boolean;

  constructor(channel: Channel, now: number, realTime: boolean) {
    this.#channel = channel;
    this.#now = now;
    this.#realTime = realTime;
  }

  set time(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#realTime ? performance.timeOrigin + performance.now() : this.#now;
  }

  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { answer } = this.#channel.ask({ type: "sleep", ms: milliseconds });
    let abort = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(signal.reason as Error);
      signal.addEventListener("abort", abort);
    });
    try {
      this.#now = Math.max(this.#now, await Promise.race([answer, aborted]));
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Limits are silent, unless the scenario runs in real time. */
  deadline(milliseconds: number, expire: () => void): () => void {
    const timer = this.#realTime ? setTimeout(expire, milliseconds) : undefined;
    return () => clearTimeout(timer);
  }
}
