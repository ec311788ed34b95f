import type { CallState } from "../call/call-form.js";
import type { ResponseInfo } from "../call/result.js";
import { Mismatch } from "../codecs/mismatch.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import { notify } from "../hooks/notify.js";
import type { Connection } from "./connection.js";
import { FrameSource } from "./frame-source.js";
import { decodeErrorOf, reportedErrorOf } from "./stream-errors.js";
import type { Frame, StreamType } from "./stream-type.js";

/** `await using stream = ..`, where the platform has it. */
type Disposable = typeof Symbol extends {
  readonly asyncDispose: infer Name extends symbol;
}
  ? { readonly [Key in Name]: () => Promise<void> }
  : unknown;

/**
 * A stream of events, which is sent for when it is first asked for one. It can be
 * iterated once. Leaving the loop closes the connection.
 *
 * @example
 * for await (const event of stream) if (event.event === "completed") break;
 */
export type EventStream<Event> = Disposable & {
  /** The last id that the events have had, empty if none: what `Last-Event-ID` takes. */
  readonly lastEventId: string;
  /** Status, headers and the like, once they are there. Throws what the call can raise. */
  response(): Promise<ResponseInfo>;
  /** Ends the stream and closes the connection; the loop over it ends as well. */
  close(): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterator<Event, void, undefined>;
};

/** The stream of a call; sends nothing yet. */
export function eventStream<Event, F extends Frame>(
  state: CallState,
  type: StreamType<Event, F>,
): EventStream<Event> {
  const source = new FrameSource(state, type);
  let events: AsyncGenerator<Event, void, undefined> | undefined;
  const close = async (): Promise<void> => {
    source.close();
    await events?.return();
  };
  const members = {
    get lastEventId() {
      return source.lastEventId;
    },
    response: async () => (await source.connect()).info,
    close,
    [Symbol.asyncIterator]() {
      if (events)
        throw new InvalidArgumentError(state[1].id, [
          { path: "stream", rule: "can be iterated once: make another one" },
        ]);
      return (events = eventsOf(source, type));
    },
  };
  return Object.assign(members, disposal(close));
}

function disposal(close: () => Promise<void>): Disposable {
  const name: unknown = Reflect.get(Symbol, "asyncDispose");
  return (typeof name === "symbol" ? { [name]: close } : {}) as Disposable;
}

async function* eventsOf<Event, F extends Frame>(
  source: FrameSource<F>,
  type: StreamType<Event, F>,
): AsyncGenerator<Event, void, undefined> {
  try {
    for (;;) {
      const frame = source.ready() ?? (await source.next());
      if (!frame) return;
      if (frame.data === type.end) return await source.release();
      const answer = source.connection as Connection<F>;
      if (type.error !== undefined && frame.event === type.error)
        throw await reportedErrorOf(answer, `${frame.data}`);
      const event = eventOf(answer, type, frame);
      notify(answer.job, "streamEvent", { event });
      yield event;
    }
  } finally {
    source.close();
  }
}

/** The value of a frame. */
function eventOf<Event, F extends Frame>(
  answer: Connection<F>,
  type: StreamType<Event, F>,
  frame: F,
): Event {
  try {
    return type.decode(frame);
  } catch (error) {
    throw error instanceof Mismatch ? decodeErrorOf(answer, error) : error;
  }
}
