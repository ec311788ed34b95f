import {
  EventCall,
  StreamCall,
  byData,
  byName,
  asText,
  json,
  jsonBody,
  jsonValue,
  nothing,
  object,
  optional,
  sse,
  string,
  taggedUnion,
  type CallInput,
  type Client,
  type EventStream,
  type OperationSpec,
  type SseOptions,
  type StreamType,
  type UnknownVariant,
} from "../../../templates/typescript/runtime/index.js";
import { operationOf } from "../service.js";

export type AgentEvent = { event: "delta"; text: string } | { event: "done"; note?: string } | UnknownVariant<"event">;

export const AgentEvent = taggedUnion<AgentEvent>(
  "event",
  () => ({ delta: object(() => ({ text: string })), done: object(() => ({ note: optional(string) })) }),
  "open",
);

/** Events whose data is JSON, or text, of any name. */
export const anything: StreamType<unknown> = sse(byData(jsonValue));
export const text: StreamType<string> = sse(asText);

export const agentEvents = (options: SseOptions = {}): StreamType<AgentEvent> => sse(byName("event", AgentEvent), options);

/** A call that only streams. */
export function eventsOf<Event>(
  client: Client,
  stream: StreamType<Event>,
  spec: Partial<OperationSpec<never>> = {},
  method = "GET",
): EventCall<Event> {
  return new EventCall<Event>(client, operationOf<never>({ returns: {}, ...spec, stream }, method));
}

/** A call that streams where the body's `mode` is `stream`. */
export function runOf(client: Client, body: object, options: SseOptions = {}): StreamCall<string, AgentEvent> {
  const stream = agentEvents({ when: { in: "body", name: "mode", equals: "stream" }, ...options });
  const operation = operationOf<string>({ body: jsonBody(jsonValue), returns: { 200: json(string) }, stream }, "POST");
  return new StreamCall<string, AgentEvent>(client, operation, { body } satisfies CallInput);
}

export const empty = nothing;

/** Everything that a stream gives, and what it ends with. */
export async function drain<Event>(stream: EventStream<Event>): Promise<{ readonly events: Event[]; readonly error?: unknown }> {
  const events: Event[] = [];
  try {
    for await (const event of stream) events.push(event);
    return { events };
  } catch (error) {
    return { events, error };
  }
}
