import { getEventListeners } from "node:events";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ApiError,
  CancelledError,
  TimeoutError,
  TransportError,
  reconnecting,
  type Clock,
} from "../../../templates/typescript/runtime/index.js";
import { headerValues, rawServer, reset, type RawServer, type Reply } from "../../support/raw-server.js";
import { clientOf } from "../service.js";
import { agentEvents, anything, drain, eventsOf } from "./stream-service.js";

const head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const last = "0\r\n\r\n";

/** Events, each in a chunk of its own, then what `then` says. */
function events(texts: readonly string[], then: "end" | "stall" | "reset" | "close"): Reply {
  return (socket) => {
    socket.write(head + texts.map(chunk).join("") + (then === "end" ? last : ""), () => {
      if (then === "reset") setTimeout(() => reset(socket), 10);
      if (then === "close") setTimeout(() => socket.end(), 10);
    });
  };
}

const noContent: Reply = (socket) => void socket.write("HTTP/1.1 204 No Content\r\n\r\n");

let server: RawServer;
beforeEach(async () => {
  server = await rawServer();
  return () => server.close();
});
afterAll(() => vi.restoreAllMocks());

/** Every connection that a request came over is closed within a second; Node may have opened a new one in its stead. */
async function freed(): Promise<void> {
  const used = [...new Set(server.requests.map(({ connection }) => connection))];
  await vi.waitFor(() => expect(used.filter((each) => server.isOpen(each))).toEqual([]), { timeout: 1000 });
}

/** Node needs a moment before a connection can be used again. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const call = (stream = anything) => eventsOf(clientOf({ baseUrl: server.url, retry: 1 }), stream);

describe("SSE-13: the connection", () => {
  it("goes back to the pool after a clean end", async () => {
    server.replies = [events(["data: 1\n\n"], "end")];
    await drain(call().stream());
    await settled();
    await drain(call().stream());
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 0]);
  });

  it("goes back to the pool after an end marker with which the answer ends", async () => {
    server.replies = [events(["event: done\ndata: {}\n\n", "data: [DONE]\n\n"], "end")];
    await drain(call(agentEvents({ end: "[DONE]" })).stream());
    await settled();
    await drain(call(agentEvents({ end: "[DONE]" })).stream());
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 0]);
  });

  it("is closed after an end marker that more could follow", async () => {
    server.replies = [events(["event: done\ndata: {}\n\ndata: [DONE]\n\n"], "stall")];
    expect(await drain(call(agentEvents({ end: "[DONE]" })).stream())).toEqual({ events: [{ event: "done" }] });
    await freed();
  });

  it.each(["break", "close", "throw", "abort"])("is closed within a second on %s", async (way) => {
    server.replies = [events(["data: 1\n\n"], "stall")];
    const controller = new AbortController();
    const stream = call().signal(controller.signal).stream();
    const loop = async (): Promise<void> => {
      for await (const _ of stream) {
        if (way === "break") break;
        if (way === "throw") throw new RangeError("mine");
        setTimeout(() => (way === "close" ? void stream.close() : controller.abort()), 5);
      }
    };
    const error: unknown = await loop().catch((thrown: unknown) => thrown);
    expect([error instanceof CancelledError, error instanceof RangeError]).toEqual([way === "abort", way === "throw"]);
    await freed();
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("a response that was looked at and not read is let go by close()", async () => {
    server.replies = [events(["data: 1\n\n"], "stall")];
    const stream = call().stream();
    expect((await stream.response()).status).toBe(200);
    await stream.close();
    await freed();
  });

  it("200 streams that are left early leave no socket", async () => {
    server.replies = [events(["data: 1\n\n"], "stall")];
    for (let count = 0; count < 200; count++) for await (const _ of call().stream()) break;
    await freed();
    expect(server.requests).toHaveLength(200);
  });
});

describe("SSE-15: what is lost", () => {
  it.each(["reset", "close"] as const)("%s behind an event is a Transport error in the body that is not repeated", async (then) => {
    server.replies = [events(["data: 1\n\n", "data: 2"], then)];
    const stream = eventsOf(clientOf({ baseUrl: server.url }), anything).stream();
    const { events: found, error } = await drain(stream);
    expect(found).toEqual([1]);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ phase: "body", retryable: false, attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  it("failures before the headers are repeated", async () => {
    const unavailable: Reply = (socket) => void socket.write("HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n");
    server.replies = [unavailable, events(["data: 1\n\n"], "end")];
    const clock: Clock = { now: () => 0, sleep: (wait) => (wait < 10_000 ? Promise.resolve() : new Promise(() => undefined)) };
    const stream = eventsOf(clientOf({ baseUrl: server.url, clock, retry: 2 }), anything).stream();
    expect(await drain(stream)).toEqual({ events: [1] });
    expect((await stream.response()).attempts).toBe(2);
  });
});

describe("TIME: nothing comes", () => {
  it("idle counts from the last byte, comments too", async () => {
    server.replies = [
      (socket) => {
        socket.write(head + chunk("data: 1\n\n"));
        for (const wait of [60, 120, 180]) setTimeout(() => socket.write(chunk(": ping\n")), wait);
      },
    ];
    const start = performance.now();
    const { events: found, error } = await drain(call().timeout({ idle: 100 }).stream());
    expect(found).toEqual([1]);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: "idle", limit: 100, retryable: false });
    expect(performance.now() - start).toBeGreaterThan(260);
    await freed();
  });

  it("a loop that takes its time is not idle, and attempt and total end at the headers", async () => {
    server.replies = [events(["data: 1\n\n", "data: 2\n\n"], "end")];
    const found: unknown[] = [];
    for await (const event of call().timeout({ idle: 40, attempt: 60, total: 60 }).stream()) {
      found.push(event);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(found).toEqual([1, 2]);
  });

  it("leaves no timer behind", async () => {
    const set = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    server.replies = [events(["data: 1\n\n"], "end")];
    await drain(call().timeout({ idle: 77_777 }).stream());
    const timers = set.mock.calls.flatMap(([, wait], index) => (Number(wait) > 77_000 ? [set.mock.results[index]?.value as unknown] : []));
    expect(timers).toHaveLength(1);
    expect(cleared).toHaveBeenCalledWith(timers[0]);
    vi.restoreAllMocks();
  });
});

describe("SSE-14: connecting again", () => {
  const resuming = agentEvents({ resume: reconnecting, end: "[DONE]" });
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => 0,
    sleep: (wait) => {
      if (wait > 10_000) return new Promise(() => undefined);
      sleeps.push(wait);
      return Promise.resolve();
    },
  };
  const resumed = (stream = resuming) => eventsOf(clientOf({ baseUrl: server.url, clock, retry: 1 }), stream).stream();
  beforeEach(() => void (sleeps.length = 0));

  it("goes on behind the last id after as many milliseconds as the stream says", async () => {
    server.replies = [
      events(["id: 1\nretry: 70\nevent: done\ndata: {}\n\nid: 2\n"], "reset"),
      events(["event: done\ndata: {}\n\n"], "close"),
      events(["data: [DONE]\n\n"], "end"),
    ];
    const { events: found, error } = await drain(resumed());
    expect([found.length, error, sleeps]).toEqual([2, undefined, [70, 3000]]);
    expect(server.requests.map((request) => headerValues(request, "last-event-id"))).toEqual([[], ["1"], ["1"]]);
  });

  it("ends with 204", async () => {
    server.replies = [events(["event: done\ndata: {}\n\n"], "end"), noContent];
    const stream = resumed(agentEvents({ resume: reconnecting }));
    expect((await drain(stream)).events).toEqual([{ event: "done" }]);
    expect([(await stream.response()).status, server.requests.length]).toEqual([204, 2]);
  });

  it("gives up after five times, with the last loss", async () => {
    server.replies = [events(["event: done\ndata: {}\n\n"], "reset")];
    const { events: found, error } = await drain(resumed());
    expect([found.length, server.requests.length, sleeps.length]).toEqual([6, 6, 5]);
    expect(error).toMatchObject({ kind: "Transport", phase: "body" });
  });

  it("takes an error answer for an answer", async () => {
    const gone: Reply = (socket) => void socket.write("HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n");
    server.replies = [events(["event: done\ndata: {}\n\n"], "reset"), gone];
    expect((await drain(resumed())).error).toBeInstanceOf(ApiError);
    expect(server.requests).toHaveLength(2);
  });

  it("does not begin where there was no connection", async () => {
    server.replies = [reset];
    expect((await drain(resumed())).error).toMatchObject({ kind: "Transport" });
    expect([server.requests.length, sleeps]).toEqual([1, []]);
  });

  it("close() ends the wait", async () => {
    server.replies = [events(["event: done\ndata: {}\n\n"], "end")];
    const stream = eventsOf(clientOf({ baseUrl: server.url, retry: 1 }), agentEvents({ resume: reconnecting })).stream();
    const done = drain(stream);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stream.close();
    expect(await done).toEqual({ events: [{ event: "done" }] });
  });

  it("is not done unless the schema says so", async () => {
    server.replies = [events(["data: 1\n\n"], "reset")];
    expect((await drain(call().stream())).error).toMatchObject({ kind: "Transport" });
    expect(server.requests).toHaveLength(1);
  });
});
