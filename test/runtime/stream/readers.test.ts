import { describe, expect, it } from "vitest";
import {
  byName,
  byNameAround,
  byNameBeside,
  DecodeError,
  externalUnion,
  int64,
  object,
  optional,
  sse,
  string,
  taggedUnion,
  type EventReader,
} from "../../../templates/typescript/runtime/index.js";
import { answering } from "../in-memory.js";
import { clientOf } from "../service.js";
import { drain, eventsOf } from "./stream-service.js";

const text = object(() => ({ text: string }));

const readers: Readonly<Record<string, () => EventReader<unknown>>> = {
  "in its data": () =>
    byName(
      "event",
      taggedUnion<unknown>("event", () => ({ delta: text, done: object(() => ({})) }), "open"),
    ),
  "beside its data": () => {
    const variants = () => ({ delta: object(() => ({ data: text })), done: object(() => ({})), count: object(() => ({ data: int64 })) });
    return byNameBeside("event", "data", taggedUnion<unknown>("event", variants, "open"));
  },
  "around its data": () => byNameAround(externalUnion<unknown>(() => ({ delta: text, done: object(() => ({})), count: int64 }), "open")),
};

/** What a stream of one event gives. */
function read(reader: EventReader<unknown> | undefined, event: string, data?: string): ReturnType<typeof drain> {
  const body = `event: ${event}\n${data === undefined ? "data\n" : `data: ${data}\n`}\n`;
  const transport = answering(body, { headers: { "content-type": "text/event-stream" } });
  return drain(eventsOf(clientOf({ transport }), sse(reader ?? (() => undefined))).stream());
}

describe("SSE-9: the name of an event stands", () => {
  it.each<[place: string, event: string, data: string | undefined, value: unknown]>([
    ["in its data", "later", "null", { event: "later", data: null }],
    ["in its data", "later", "1", { event: "later", data: 1 }],
    ["beside its data", "delta", '{"text":"a"}', { event: "delta", data: { text: "a" } }],
    ["beside its data", "done", undefined, { event: "done" }],
    ["beside its data", "count", "9007199254740993", { event: "count", data: 9007199254740993n }],
    ["beside its data", "later", '{"x":[1]}', { event: "later", data: { x: [1] } }],
    ["beside its data", "later", "no JSON", { event: "later", data: "no JSON" }],
    ["around its data", "delta", '{"text":"a"}', { delta: { text: "a" } }],
    ["around its data", "done", undefined, { done: {} }],
    ["around its data", "count", "9007199254740993", { count: 9007199254740993n }],
    ["around its data", "later", "no JSON", { later: "no JSON" }],
  ])("%s: %s, %s", async (place, event, data, value) => {
    expect(await read(readers[place]?.(), event, data)).toEqual({ events: [value] });
  });

  it.each<[place: string, data: string, path: string]>([
    ["beside its data", "no JSON", "$"],
    ["beside its data", '{"text":1}', "$.data.text"],
    ["around its data", "no JSON", "$"],
    ["around its data", '{"text":1}', "$.delta.text"],
  ])("%s: a known event with the data %s is refused", async (place, data, path) => {
    const { events, error } = await read(readers[place]?.(), "delta", data);
    expect([events, error instanceof DecodeError]).toEqual([[], true]);
    expect(error).toMatchObject({ path });
  });

  it("in its data: a member of the name of the tag is not the name", async () => {
    const codec = taggedUnion<unknown>("event", () => ({ a: object(() => ({ note: optional(string) })) }), "open");
    expect(await read(byName("event", codec), "a", '{"event":"b","note":"n"}')).toEqual({ events: [{ event: "a", note: "n" }] });
  });
});
