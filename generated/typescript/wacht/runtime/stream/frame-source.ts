import { infoOf, type CallForm, type CallState } from "../call/call-form.js";
import { execute } from "../call/execute.js";
import { Mismatch } from "../codecs/mismatch.js";
import { onCancel } from "../call/deadline.js";
import { readText } from "../http/read-text.js";
import { Connection } from "./connection.js";
import type { Frame, StreamType } from "./stream-type.js";

/** The frames of a call's answer, over as many connections as it takes. */
export class FrameSource<F extends Frame> {
  readonly #state: CallState;
  readonly #type: StreamType<unknown, F>;
  /** Ends the stream wherever it is. */
  readonly #life = new AbortController();
  /** Listens to the caller's signal no longer. */
  #deaf: (() => void) | undefined;
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
        if (frame || !(await this.#resumes())) return frame;
      } catch (error) {
        if (this.#isClosed) return undefined;
        if (!(await this.#resumes(error))) throw error;
      }
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
    this.#deaf?.();
  }

  async #open(): Promise<Connection<F>> {
    const [client, operation, input, options] = this.#state;
    this.#deaf ??= onCancel(
      { id: operation.id, call: options },
      (error): void => {
        this.#life.abort(error.cause);
        this.#connection?.stop(error);
      },
    );
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

  /** Whether the stream goes on with another connection: it had one, whose end or `error` allows that. */
  async #resumes(error?: unknown): Promise<boolean> {
    const { resume } = this.#type;
    const before = this.#connection;
    if (!resume || !before || this.#isClosed) return false;
    const { signal } = this.#life;
    const goesOn = await resume(before, ++this.#reconnects, error, signal);
    if (goesOn) this.#opening = undefined;
    return goesOn;
  }
}
