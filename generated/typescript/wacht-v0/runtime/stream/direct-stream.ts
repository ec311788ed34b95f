import { stateOf } from "../call/call.js";
import { start, type DirectCall } from "../call/direct-call.js";
import type { CallInput, Operation } from "../call/operation.js";
import type { Client } from "../client/client.js";
import type { CallOptions } from "../client/options.js";
import type { CallError } from "../errors/call-error.js";
import type { EventStream } from "./event-stream.js";
import { StreamCall } from "./stream-call.js";
import { wishOf } from "./streaming.js";

/**
 * What a request that is sent at once gives, by `Value`, which stands where
 * `Stream` asks for a stream.
 */
export type ChosenAnswer<Value, Stream, T, Event, E = CallError> = [
  Value,
] extends [Stream]
  ? EventStream<Event>
  : [Stream] extends [Value]
    ? EventStream<Event> | DirectCall<T, E>
    : DirectCall<T, E>;

/** The stream of a request that asks for one; sends any other at once. */
export function startChosen<A>(
  client: Client,
  operation: Operation<unknown>,
  input: CallInput,
  options?: CallOptions,
): A {
  const call = new StreamCall(client, operation, input, options);
  const isStream = wishOf(stateOf(call)) === "stream";
  return (isStream ? call.stream() : start(call)) as A;
}
