import { describe, expect, it } from "vitest";
import {
  ApiError,
  CancelledError,
  DecodeError,
  InvalidArgumentError,
  json,
  jsonBody,
  jsonl,
  jsonValue,
  byteStream,
  hooks,
  startChosen,
  string,
  TransportError,
  type DirectCall,
  type EventStream,
  type Transport,
} from "../../../templates/typescript/runtime/index.js";
import { answering, jsonAnswer } from "../in-memory.js";
import { clientOf, NotFoundError, operationOf, sentinel } from "../service.js";
import { agentEvents, anything, drain, eventsOf, runOf, text, type AgentEvent } from "./stream-service.js";
import { splits, vectors } from "./vectors.js";

const media = { "content-type": "text/event-stream; charset=utf-8" };

/** A transport that answers with a body in these pieces. */
function pieces(chunks: readonly (string | Uint8Array)[], init: ResponseInit = { headers: media }): Transport & { cancelled: boolean } {
  const encoder = new TextEncoder();
  const transport = (): Promise<Response> => {
    const rest = chunks.map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk));
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = rest.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
      cancel() {
        state.cancelled = true;
      },
    });
    return Promise.resolve(new Response(body, init));
  };
  const state = Object.assign(transport, { cancelled: false });
  return state;
}

const streamOf = (body: string, options = {}) => eventsOf(clientOf({ transport: pieces([body]) }), agentEvents(options)).stream();

describe("SSE-1 to SSE-7 through a call: the vectors, whole, at every cut, byte by byte", () => {
  it.each(vectors)("$name", async ({ text: source, data }) => {
    for (const chunks of splits(source)) {
      const { events } = await drain(eventsOf(clientOf({ transport: pieces(chunks) }), text).stream());
      expect(events).toEqual(data);
    }
  });
});

describe("SSE-8: what is asked for, and what counts as a stream", () => {
  it("asks for the media type", async () => {
    const transport = answering("", { headers: media });
    await drain(eventsOf(clientOf({ transport }), anything).stream());
    expect(transport.requests[0]?.headers.get("accept")).toBe("text/event-stream");
  });

  it("refuses another media type with the body in the error", async () => {
    const { error } = await drain(
      eventsOf(clientOf({ transport: answering("<h1>", { headers: { "content-type": "text/html" } }) }), text).stream(),
    );
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path: "content-type", expected: "text/event-stream", got: "text/html", rawBody: "<h1>" });
  });

  it("raises a status outside 2xx as for any call", async () => {
    const transport = answering('{"error":{"message":"gone"}}', { status: 404 });
    const { error } = await drain(eventsOf(clientOf({ transport }), text, { errors: { 404: NotFoundError } }).stream());
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ detail: "gone", attempts: 1 });
  });
});

describe("SSE-9: which event it is", () => {
  it("puts the name under the tag", async () => {
    const { events } = await drain(streamOf('event: delta\ndata: {"text":"a"}\n\nevent: done\ndata: {}\n\n'));
    expect(events).toEqual([{ event: "delta", text: "a" }, { event: "done" }]);
  });

  it.each([
    ['{"x":1}', { event: "later", x: 1 }],
    ["[1]", { event: "later", data: [1] }],
    ["no JSON", { event: "later", data: "no JSON" }],
  ])("keeps unknown events with the data %s", async (data, expected) => {
    expect((await drain(streamOf(`event: later\ndata: ${data}\n\n`))).events).toEqual([expected]);
  });

  it("an event without data is one of an object without members", async () => {
    expect((await drain(streamOf("event: done\ndata:\n\n"))).events).toEqual([{ event: "done" }]);
  });

  it.each([
    ['{"text":1}', "$.text", "string"],
    ["{", "$", "JSON"],
    ["[]", "$", "object"],
  ])("data that does not fit ends the stream: %s", async (data, path, expected) => {
    const { events, error } = await drain(streamOf(`event: done\ndata: {}\n\nevent: delta\ndata: ${data}\n\nevent: done\ndata: {}\n\n`));
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ path, expected, rawBody: data, status: 200 });
  });
});

describe("SSE-10: the end marker", () => {
  it("ends the stream, is not given, and what follows is not read", async () => {
    const { events, error } = await drain(streamOf("event: done\ndata: {}\n\ndata: [DONE]\n\ndata: {broken\n\n", { end: "[DONE]" }));
    expect([events, error]).toEqual([[{ event: "done" }], undefined]);
  });

  it("is compared with all of the data", async () => {
    const { events } = await drain(streamOf("event: later\ndata: [DONE]x\n\nevent: x\ndata: [DONE]\n\n", { end: "[DONE]" }));
    expect(events).toHaveLength(1);
  });

  it("a stream that closes without it is cut", async () => {
    const { events, error } = await drain(streamOf("event: done\ndata: {}\n\n", { end: "[DONE]" }));
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ phase: "body", retryable: false, attempts: 1 });
    expect(String((error as Error).cause)).toContain('the stream ended without "[DONE]"');
  });
});

describe("SSE-11: an error in the stream", () => {
  it("is raised with its data as the body", async () => {
    const body = `event: done\ndata: {}\n\nevent: error\ndata: {"error":{"code":"busy","message":"Too much for ${sentinel}"}}\n\n`;
    const { events, error } = await drain(streamOf(body, { error: "error" }));
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 200, code: "busy", detail: "Too much for ***", inStream: true, retryable: false });
  });

  it("is an event like any other where none is declared", async () => {
    expect((await drain(streamOf("event: error\ndata: {}\n\n"))).events).toEqual([{ event: "error" }]);
  });
});

describe("SSE-12: one chunk at a time", () => {
  it("reads no further than the loop has come", async () => {
    let pulled = 0;
    const transport: Transport = () =>
      Promise.resolve(
        new Response(
          new ReadableStream(
            {
              pull(controller) {
                controller.enqueue(new TextEncoder().encode(`data: ${++pulled}\n\n`));
              },
            },
            { highWaterMark: 0 },
          ),
          { headers: media },
        ),
      );
    for await (const event of eventsOf(clientOf({ transport }), anything).stream()) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect(pulled).toBe(event);
      if (event === 20) break;
    }
  });

  it("an event that is too large is a Decode error, behind those before it", async () => {
    const { events, error } = await drain(streamOf(`event: done\ndata: {}\n\ndata: ${"x".repeat(60)}`, { limit: 50 }));
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ expected: "at most 50 characters" });
  });
});

describe("SSE-13: ways to leave", () => {
  it("break closes the connection", async () => {
    const transport = pieces(["data: 1\n\n", "data: 2\n\n"]);
    for await (const event of eventsOf(clientOf({ transport }), anything).stream()) {
      expect(event).toBe(1);
      break;
    }
    expect(transport.cancelled).toBe(true);
  });

  it("is iterated once", async () => {
    const stream = eventsOf(clientOf({ transport: pieces(["data: 1\n\n"]) }), anything).stream();
    expect((await drain(stream)).events).toEqual([1]);
    expect((await drain(stream)).error).toMatchObject({
      kind: "InvalidArgument",
      violations: [{ path: "stream", rule: "can be iterated once: make another one" }],
    });
  });

  it("close() ends a loop that waits, and one that has not begun", async () => {
    const waiting: Transport = () =>
      Promise.resolve(
        new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\n")) }), {
          headers: media,
        }),
      );
    const stream = eventsOf(clientOf({ transport: waiting }), anything).stream();
    const done = drain(stream);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await stream.close();
    expect(await done).toEqual({ events: [1] });
    const other = eventsOf(clientOf({ transport: waiting }), anything).stream();
    await other.close();
    expect(await drain(other)).toEqual({ events: [] });
  });

  it("close() while the request is on its way sends nothing further", async () => {
    const transport: Transport = ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const stream = eventsOf(clientOf({ transport }), anything).stream();
    const done = drain(stream);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await stream.close();
    expect(await done).toEqual({ events: [] });
  });

  it("the caller's signal ends it with its reason", async () => {
    const controller = new AbortController();
    const transport: Transport = () =>
      Promise.resolve(
        new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("data: 1\n\ndata: 2\n\n")) }), {
          headers: media,
        }),
      );
    const seen: unknown[] = [];
    const loop = async (): Promise<void> => {
      for await (const event of eventsOf(clientOf({ transport }), anything).signal(controller.signal).stream()) {
        seen.push(event);
        controller.abort("mine");
      }
    };
    const error = await loop().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CancelledError);
    expect(error).toMatchObject({ name: "AbortError", cause: "mine" });
    expect(seen).toEqual([1]);
  });

  it("a signal that has aborted sends nothing", async () => {
    const transport = answering("", { headers: media });
    const { error } = await drain(eventsOf(clientOf({ transport }), anything).signal(AbortSignal.abort()).stream());
    expect([error instanceof CancelledError, transport.requests.length]).toEqual([true, 0]);
  });

  it("has a way to be disposed of", async () => {
    const transport = pieces(["data: 1\n\n", "data: 2\n\n"]);
    const stream = eventsOf(clientOf({ transport }), anything).stream();
    expect((await stream[Symbol.asyncIterator]().next()).value).toBe(1);
    await stream[Symbol.asyncDispose]();
    expect(transport.cancelled).toBe(true);
  });
});

describe("the response", () => {
  it("is there before the first event", async () => {
    const stream = eventsOf(
      clientOf({ transport: pieces(["data: 1\n\n"], { headers: { ...media, "x-request-id": "r1" } }) }),
      anything,
    ).stream();
    expect(await stream.response()).toMatchObject({ status: 200, requestId: "r1", attempts: 1 });
    expect((await drain(stream)).events).toEqual([1]);
  });

  it("observers are told of each event (HOOK-2)", async () => {
    const seen: unknown[] = [];
    const watching = hooks({ observers: [{ streamEvent: ({ event, operation }) => void seen.push([operation, event]) }] });
    await drain(eventsOf(clientOf({ transport: pieces(["data: 1\n\ndata: 2\n\n"]), hooks: watching }), anything).stream());
    expect(seen).toEqual([
      ["things.test", 1],
      ["things.test", 2],
    ]);
  });

  it("tells the last id", async () => {
    const stream = eventsOf(clientOf({ transport: pieces(["id: 7\ndata: 1\n\nid: 8\ndata: 2\n\nid: 9\n\n"]) }), anything).stream();
    const ids: string[] = [];
    for await (const _ of stream) ids.push(stream.lastEventId);
    expect([ids, stream.lastEventId]).toEqual([["7", "9"], "9"]);
  });

  it("can be had unread", async () => {
    const raw = await eventsOf(clientOf({ transport: pieces(["data: 1\n\n"]) }), anything)
      .asResponse()
      .send();
    expect(await raw.response.text()).toBe("data: 1\n\n");
  });
});

describe("SSE-16: lines and bytes", () => {
  const lines = (chunks: readonly string[], options = {}) =>
    eventsOf(
      clientOf({ transport: pieces(chunks, { headers: { "content-type": "application/x-ndjson" } }) }),
      jsonl(jsonValue, options),
    ).stream();

  it("each line is a value, whatever ends it; the last needs no end", async () => {
    const source = '{"a":"é"}\r\n\n[1]\r2\n  \n"🧵"';
    for (const chunks of splits(source)) {
      const transport = pieces(chunks, { headers: { "content-type": "application/jsonl" } });
      const { events } = await drain(eventsOf(clientOf({ transport }), jsonl(jsonValue)).stream());
      expect(events).toEqual([{ a: "é" }, [1], 2, "🧵"]);
    }
  });

  it("a line that does not fit is a Decode error", async () => {
    const { events, error } = await drain(
      eventsOf(clientOf({ transport: pieces(['"a"\n1\n'], { headers: { "content-type": "application/jsonl" } }) }), jsonl(string)).stream(),
    );
    expect([events, error instanceof DecodeError]).toEqual([["a"], true]);
  });

  it("has an end marker and a limit like events", async () => {
    expect(await drain(lines(["1\n[DONE]\nbroken"], { end: "[DONE]" }))).toEqual({ events: [1] });
    expect(await drain(lines(["1\n[DONE]"], { end: "[DONE]" }))).toEqual({ events: [1] });
    expect((await drain(lines(["1\n"], { end: "[DONE]" }))).error).toBeInstanceOf(TransportError);
    const longest = `"${"x".repeat(48)}"`;
    expect((await drain(lines([longest, `\n${longest}`], { limit: 50 }))).events).toHaveLength(2);
    for (const rest of ["2".repeat(51), `${"2".repeat(51)}\n`])
      expect((await drain(lines([`1\n${rest}`], { limit: 50 }))).error).toBeInstanceOf(DecodeError);
  });

  it("bytes are given as they come, of any media type", async () => {
    const transport = pieces([Uint8Array.of(1, 2), Uint8Array.of(3)], {});
    const { events } = await drain(eventsOf(clientOf({ transport }), byteStream()).stream());
    expect(events).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    const asked = answering("");
    for (const stream of [byteStream(), byteStream("audio/wav"), jsonl(jsonValue)])
      await drain(eventsOf<unknown>(clientOf({ transport: asked }), stream).stream());
    expect(asked.requests.map(({ headers }) => headers.get("accept"))).toEqual([
      "application/octet-stream",
      "audio/wav",
      "application/jsonl, application/x-ndjson",
    ]);
  });
});

describe("a request that asks for a stream or an answer", () => {
  const asked = (body: object) => {
    const transport = answering("event: done\ndata: {}\n\n", { headers: media });
    return { transport, call: runOf(clientOf({ transport }), body) };
  };

  it("stream() asks for it where the request does not say", async () => {
    const { call, transport } = asked({ message: "x" });
    expect((await drain(call.stream())).events).toEqual([{ event: "done" }]);
    expect(transport.requests[0]?.body).toBe('{"message":"x","mode":"stream"}');
  });

  it("refuses the verb that the request does not go with, before anything is sent", async () => {
    const { call, transport } = asked({ mode: "stream" });
    await expect(call.send()).rejects.toMatchObject({
      kind: "InvalidArgument",
      violations: [{ path: "body.mode", rule: "calls for stream()" }],
    });
    const now = asked({ mode: "now" }).call;
    expect(() => now.stream()).toThrow(InvalidArgumentError);
    expect(() => now.stream()).toThrow("body.mode calls for send()");
    expect(transport.requests).toEqual([]);
  });

  it("sent at once, gives the stream that it asks for, or the answer", async () => {
    const events = answering("event: done\ndata: {}\n\n", { headers: media });
    const stream = agentEvents({ when: { in: "body", name: "mode", equals: "stream" } });
    const operation = operationOf<string>({ body: jsonBody(jsonValue), returns: { 200: json(string) }, stream }, "POST");
    const chosen = startChosen<EventStream<AgentEvent>>(clientOf({ transport: events }), operation, { body: { mode: "stream" } });
    expect(events.requests).toEqual([]);
    expect((await drain(chosen)).events).toEqual([{ event: "done" }]);
    const answer = jsonAnswer('"x"');
    const sent = startChosen<DirectCall<string, Error>>(clientOf({ transport: answer }), operation, { body: { mode: "now" } });
    expect([await sent, answer.requests.length]).toEqual(["x", 1]);
  });

  it.each([
    ["stream", "text/event-stream"],
    ["now", "application/json"],
  ])("asResponse() asks for what goes with the mode %s", async (mode, accept) => {
    const { call, transport } = asked({ mode });
    const { response } = await call.asResponse().send();
    expect(await response.text()).toBe("event: done\ndata: {}\n\n");
    expect(transport.requests[0]?.headers.get("accept")).toBe(accept);
  });

  it("sends any other request as it is", async () => {
    const transport = answering('"x"', { headers: { "content-type": "application/json" } });
    expect(await runOf(clientOf({ transport }), { mode: "now" }).send()).toBe("x");
    expect(transport.requests[0]?.headers.get("accept")).toBe("application/json");
  });
});
