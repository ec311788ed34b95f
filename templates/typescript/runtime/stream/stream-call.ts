import { Call, CallBase, stateOf } from "../call/call.js";
import { raw } from "../call/call-form.js";
import type { CallInput, Operation } from "../call/operation.js";
import type { RawResponse } from "../call/result.js";
import type { Client } from "../client/client.js";
import type { CallError } from "../errors/call-error.js";
import { eventStream, type EventStream } from "./event-stream.js";
import { refusal, streaming, streamTypeOf, wishOf } from "./streaming.js";
import type { StreamType } from "./stream-type.js";

/** A call that gives a stream and nothing else. */
export class EventCall<Event, E = CallError> extends CallBase<E> {
  /**
   * The stream, which is sent for when it is first asked for an event. Throws the
   * declared errors. Leaving the loop closes the connection.
   *
   * @example
   * for await (const event of call.stream()) console.log(event);
   */
  stream(): EventStream<Event> {
    return streamOf(this);
  }

  /** The same call, giving the response with its body unread (RAW-1). */
  override asResponse(): Call<RawResponse, E> {
    return unread(this);
  }
}

/** A call that gives an answer or a stream, as its request says. */
export class StreamCall<T, Event, E = CallError, H = never> extends Call<
  T,
  E,
  H
> {
  /** Sends the request and gives the decoded answer. Throws the declared errors; refuses a request for a stream. */
  override async send(): Promise<T> {
    const state = stateOf(this);
    if (wishOf(state) === "stream") throw refusal(state, "stream()");
    return super.send();
  }

  /** The stream, like that of {@link EventCall}; asks for it, and refuses a request for something else. */
  stream(): EventStream<Event> {
    return streamOf(this);
  }

  /** The same call, giving the response with its body unread (RAW-1). */
  override asResponse(): Call<RawResponse, E> {
    return wishOf(stateOf(this)) === "stream"
      ? unread(this)
      : super.asResponse();
  }
}

/**
 * What a request asks for by `Value`, which stands where `Stream` asks for a stream:
 * a stream, an answer, or either where only the program knows.
 */
export type ChosenCall<Value, Stream, T, Event, E = CallError, H = never> = [
  Value,
] extends [Stream]
  ? EventCall<Event, E>
  : [Stream] extends [Value]
    ? StreamCall<T, Event, E, H>
    : [undefined] extends [Value]
      ? StreamCall<T, Event, E, H>
      : Call<T, E, H>;

/** A call of which the type of the request says what it gives. */
export function chosenCall<C>(
  client: Client,
  operation: Operation<unknown>,
  input: CallInput,
): C {
  return new StreamCall(client, operation, input) as C;
}

function streamOf<Event>(call: object): EventStream<Event> {
  const state = stateOf(call);
  if (wishOf(state) === "answer") throw refusal(state, "send()");
  const type = streamTypeOf(state) as StreamType<Event>;
  return eventStream(streaming(state), type);
}

function unread<E>(call: object): Call<RawResponse, E> {
  const [client, operation, input, options] = streaming(stateOf(call));
  return new Call(client as Client, operation, input, options, raw);
}
