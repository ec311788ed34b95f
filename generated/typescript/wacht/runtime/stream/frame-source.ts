import { infoOf, type CallForm, type CallState } from "../call/call-form.js";
import { execute } from "../call/execute.js";
import { Mismatch } from "../codecs/mismatch.js";
import {
  CancelledError,
  TimeoutError,
  TransportError,
} from "../errors/interruptions.js";
import { readText } from "../http/read-text.js";
import { Connection } from "./connection.js";
import type { Frame, StreamType } from "./stream-type.js";

/** How often a stream connects again, and after how many milliseconds where it does not say (SSE-14). */
const mostReconnects = 5;
const usualWait = 3_000;

/** The frames of a call's answer, over as many connections as it takes. */
export class FrameSource<F extends Frame> {
  readonly #state: CallState;
  readonly #type: StreamType<unknown, F>;
  /** Ends the stream wherever it is. */
  readonly #life = new AbortController();
  #opening: Promise<Connection<F>> | undefined;
  #connection: Connection<F> | undefined;
  #reconnects = 0;
  #isClosed = false;

  /** Sends nothing yet. */
  constructor(state: CallState, type: StreamType<unknown, F>) {
    this.#state = state;
    this.#type = type;
  }

  /** The answer, once its headers are there; sends the request unless that is done. */
  connect(): Promise<Connection<F>> {
    return (this.#opening ??= this.#open());
  }

  /** The answer that frames come from, once there is one. */
  get connection(): Connection<F> | undefined {
    return this.#connection;
  }

  /** The id behind which the stream would go on. */
  get lastEventId(): string {
    return this.#connection?.lastEventId ?? "";
  }

  /** A frame that is there already. */
  ready(): F | undefined {
    return this.#connection?.ready();
  }

  /** The next frame; undefined at the end. */
  async next(): Promise<F | undefined> {
    for (;;) {
      try {
        const frame = await (await this.connect()).receive();
        if (frame || !this.#mayResume()) return frame;
      } catch (error) {
        if (this.#isClosed) return undefined;
        if (!isLoss(error) || !this.#mayResume()) throw error;
      }
      await this.#pause();
    }
  }

  /** Lets the connection go at a good end. */
  async release(): Promise<void> {
    await this.#connection?.release();
    this.close();
  }

  /** Lets everything go; a wait for a frame ends with none. */
  close(): void {
    this.#isClosed = true;
    this.#life.abort();
    this.#connection?.stop();
    this.#caller?.removeEventListener("abort", this.#cancel);
  }

  get #caller(): AbortSignal | undefined {
    return this.#state[3].signal;
  }

  readonly #cancel = (): void => {
    const cause: unknown = this.#caller?.reason;
    const words = "by the caller's signal";
    this.#life.abort(cause);
    this.#connection?.stop(
      new CancelledError(this.#state[1].id, words, { cause }),
    );
  };

  async #open(): Promise<Connection<F>> {
    const [client, operation, input, options] = this.#state;
    this.#caller?.addEventListener("abort", this.#cancel);
    if (this.#caller?.aborted) this.#cancel();
    const id = this.lastEventId;
    const headers = { ...options.headers, ...(id && { "last-event-id": id }) };
    const call = { ...options, headers, signal: this.#life.signal };
    return (await execute([
      client,
      operation,
      input,
      call,
      this.#form,
    ])) as Connection<F>;
  }

  /** Takes the answer over once its headers are there, if it is a stream (SSE-8). */
  readonly #form: CallForm = async (job, response) => {
    const { media, accept } = this.#type;
    const isEmpty = response.status === 204;
    const found = response.headers.get("content-type") ?? "nothing";
    if (media && !isEmpty && !media.test(found)) {
      const text = await readText(response, 65_536);
      throw new Mismatch("content-type", `${accept}`, found, text);
    }
    this.#connection = new Connection(
      job,
      infoOf(job, response),
      isEmpty ? null : response.body,
      this.#type,
      this.lastEventId,
    );
    return this.#connection;
  };

  /** Whether the stream may connect again: it was connected, and has not said that it is over. */
  #mayResume(): boolean {
    return (
      this.#type.resume === true &&
      this.#connection !== undefined &&
      this.#connection.info.status !== 204 &&
      !this.#isClosed &&
      this.#reconnects < mostReconnects &&
      // Others cannot be sent back, and without one it would begin anew (HDR-2).
      /^[ -~]*$/.test(this.lastEventId)
    );
  }

  async #pause(): Promise<void> {
    this.#reconnects++;
    const { job, retry: wait = usualWait } = this.#connection as Connection<F>;
    this.#opening = undefined;
    await job.clock
      .sleep(wait, this.#life.signal)
      .catch((): undefined => undefined);
  }
}

/** Whether the connection is all that is lost. */
function isLoss(error: unknown): boolean {
  return error instanceof TransportError || error instanceof TimeoutError;
}
