import { connectionFailure, timedOut } from "../call/connection-failure.js";
import type { Job } from "../call/job.js";
import type { ResponseInfo } from "../call/result.js";
import { Mismatch } from "../codecs/mismatch.js";
import { decodeErrorOf } from "./stream-errors.js";
import { ByteReader } from "./byte-reader.js";
import type { Frame, FrameReader, StreamType } from "./stream-type.js";
import { Oversize } from "./text-chunks.js";

/** One answer whose body is a stream, as far as it has come. */
export class Connection<F extends Frame> {
  readonly job: Job;
  readonly info: ResponseInfo;
  readonly #type: StreamType<unknown, F>;
  /** Absent where nothing is to come (204). */
  readonly #bytes: ByteReader | undefined;
  readonly #frames: FrameReader;
  #queue: F[] = [];
  #at = 0;
  #isOver = false;
  /** Why no more will come, where that is not the end. */
  #failure: unknown;

  constructor(
    job: Job,
    info: ResponseInfo,
    body: ReadableStream<Uint8Array> | null,
    type: StreamType<unknown, F>,
    lastEventId: string,
  ) {
    this.job = job;
    this.info = info;
    this.#type = type;
    this.#bytes = body
      ? new ByteReader(body, job, (limit) => {
          this.stop(timedOut(this.#delivering, "idle", limit));
        })
      : undefined;
    this.#frames = type.frames((frame) => {
      this.#queue.push(frame);
    }, lastEventId);
  }

  /** The id behind which the stream would go on. */
  get lastEventId(): string {
    const isDrained = this.#at >= this.#queue.length;
    const { id } = this.#queue[this.#at - 1] ?? {};
    return (isDrained ? this.#frames.lastEventId : id) ?? "";
  }

  /** Milliseconds to wait before connecting again, if the stream has said so. */
  get retry(): number | undefined {
    return this.#frames.retry;
  }

  /** A frame that is there already. */
  ready(): F | undefined {
    return this.#queue[this.#at++];
  }

  /** The next frame; undefined at the end. */
  async receive(): Promise<F | undefined> {
    for (;;) {
      const frame = this.ready();
      if (frame) return frame;
      if (this.#failure) throw this.#failure;
      if (this.#isOver) return undefined;
      this.#queue = [];
      this.#at = 0;
      await this.#fill();
    }
  }

  /** Closes the connection; what waits for it gets `failure`, or the end. */
  stop(failure?: unknown): void {
    this.#failure ??= failure;
    this.#isOver = true;
    this.#queue = [];
    this.#bytes?.cancel();
  }

  /** The same at a good end: a connection that has nothing more to say goes back to the pool. */
  async release(): Promise<void> {
    await this.#bytes?.release();
    this.stop();
  }

  async #fill(): Promise<void> {
    try {
      const chunk = await this.#bytes?.read();
      if (this.#isOver) return;
      if (chunk) this.#frames.feed(chunk);
      else this.#finish();
    } catch (error) {
      this.#failure ??= this.#failureOf(error);
      this.#bytes?.cancel();
    }
  }

  #finish(): void {
    this.#isOver = true;
    this.#frames.end?.();
    this.#bytes?.cancel();
    const { end } = this.#type;
    if (end !== undefined && this.#bytes)
      throw new Error(`the stream ended without ${JSON.stringify(end)}`);
  }

  #failureOf(error: unknown): unknown {
    if (!(error instanceof Oversize))
      return connectionFailure(this.#delivering, error, true);
    const limit = `at most ${error.limit} characters`;
    return decodeErrorOf(this, new Mismatch("$", limit, "more", ""));
  }

  /** A call that must not be repeated: its events may have been acted on (1.4, class D). */
  get #delivering(): Job {
    return { ...this.job, repeatable: false };
  }
}
