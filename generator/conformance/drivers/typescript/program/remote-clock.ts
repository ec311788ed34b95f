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
    const aborted = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
    const now = await Promise.race([answer, aborted]);
    this.#now = Math.max(this.#now, now);
  }

  /** Limits are silent, unless the scenario runs in real time. */
  deadline(milliseconds: number, expire: () => void): () => void {
    const timer = this.#realTime ? setTimeout(expire, milliseconds) : undefined;
    return () => clearTimeout(timer);
  }
}
