import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import {
  CancelledError,
  ClientError,
  json,
  nothing,
  request,
  string,
  TimeoutError,
  TransportError,
  type Clock,
  type Timeouts,
} from "../../templates/typescript/runtime/index.js";
import { answer, bytesThenStall, json as jsonReply, rawServer, slowly, stall } from "../support/raw-server.js";
import { callOf, clientOf, failureOf, withServer } from "./service.js";

const server = withServer();
const returns = { 200: json(string) };
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 30\r\n\r\n";

/** A clock that stands still until it is told to go on. */
function manualClock(): Clock & { advance(milliseconds: number): Promise<void>; readonly pending: number } {
  let now = 1_000;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: now + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    async advance(milliseconds) {
      now += milliseconds;
      for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    get pending() {
      return sleepers.size;
    },
  };
}

/** Gives a call the time to send its request. */
const underWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const never = (): Promise<Response> => new Promise(() => undefined);

describe("TIME: limits", () => {
  it.each<[string, Timeouts, number, "attempt" | "total", number]>([
    ["the attempt's comes first", { attempt: 100, total: 200 }, 100, "attempt", 100],
    ["the total comes first", { attempt: 200, total: 100 }, 100, "total", 100],
    ["no total", { attempt: 100, total: 0 }, 150, "attempt", 100],
    ["no attempt", { attempt: 0, total: 100 }, 150, "total", 100],
  ])("TIME-4: %s", async (_, timeout, elapsed, phase, limit) => {
    const clock = manualClock();
    const failure = failureOf(callOf(clientOf({ clock, transport: never }), { returns }).timeout(timeout), TimeoutError);
    await underWay();
    await clock.advance(elapsed);
    const error = await failure;
    expect([error.phase, error.limit, error.elapsed, error.retryable]).toEqual([phase, limit, elapsed, phase === "attempt"]);
    expect(error.message).toBe(`things.test: Timeout: ${phase} limit of ${limit} ms, after ${elapsed} ms`);
    expect([error.name, error.kind, clock.pending]).toEqual(["TimeoutError", "Timeout", 0]);
  });

  it("is not reached a millisecond early", async () => {
    const clock = manualClock();
    const settled = vi.fn<() => void>();
    const result = callOf(clientOf({ clock, transport: never }), { returns })
      .timeout(100)
      .result();
    void result.then(settled);
    await underWay();
    await clock.advance(99);
    expect(settled).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(await result).toMatchObject({ ok: false, error: { kind: "Timeout", elapsed: 100 } });
  });

  it("TIME-1: zero is no limit, for both", async () => {
    const clock = manualClock();
    const call = callOf(clientOf({ clock, transport: () => Promise.resolve(new Response(null, { status: 204 })) }), {
      returns: { 204: nothing },
    });
    const sleep = vi.spyOn(clock, "sleep");
    await call.timeout({ attempt: 0, total: 0 }).send();
    expect(sleep).not.toHaveBeenCalled();
  });

  it("a limit beyond the platform's timers is none", async () => {
    const clock = manualClock();
    const sleep = vi.spyOn(clock, "sleep");
    const call = callOf(clientOf({ clock, transport: () => Promise.resolve(new Response(null, { status: 204 })) }), {
      returns: { 204: nothing },
    });
    await call.timeout({ attempt: 2 ** 31 - 1, total: 2 ** 31 }).send();
    expect(sleep.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([2 ** 31 - 1]);
  });

  it("TIME: no headers in real time", async () => {
    server.replies = [stall];
    const start = performance.now();
    const error = await failureOf(callOf(clientOf({ baseUrl: server.url }), { returns }).timeout({ attempt: 60 }), TimeoutError);
    expect([error.phase, error.limit]).toEqual(["attempt", 60]);
    expect(error.elapsed).toBeGreaterThanOrEqual(59);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("TIME: timers outlive the headers, and cover the last byte of the body", async () => {
    server.replies = [slowly([head, '"', ...Array.from({ length: 28 }, () => "x"), '"'], 20)];
    const error = await failureOf(callOf(clientOf({ baseUrl: server.url }), { returns }).timeout({ attempt: 120 }), TimeoutError);
    expect([error.phase, error.elapsed < 400]).toEqual(["attempt", true]);
  });

  it("TIME: the body of an error, too", async () => {
    server.replies = [bytesThenStall("HTTP/1.1 500 X\r\ncontent-length: 30\r\n\r\nhalf")];
    expect((await failureOf(callOf(clientOf({ baseUrl: server.url }), { returns }).timeout(60), TimeoutError)).phase).toBe("total");
  });

  it("a slow answer within the limit is an answer", async () => {
    server.replies = [slowly([head, '"', ...Array.from({ length: 28 }, () => "x"), '"'], 2)];
    expect(
      await callOf(clientOf({ baseUrl: server.url }), { returns })
        .timeout(5_000)
        .send(),
    ).toBe("x".repeat(28));
  });

  it("section C: Node's own limits are reported with their number", async () => {
    for (const code of ["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]) {
      const transport = (): Promise<Response> =>
        Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) }));
      const error = await failureOf(callOf(clientOf({ transport }), { returns }), TimeoutError);
      expect([error.phase, error.limit]).toEqual(["attempt", 300_000]);
    }
  });
});

describe("CANCEL: the caller's signal", () => {
  it("CANCEL-3: already aborted, nothing is sent", async () => {
    const transport = vi.fn<typeof never>(never);
    const reason = new Error("mine");
    const error = await failureOf(callOf(clientOf({ transport }), { returns }).signal(AbortSignal.abort(reason)), CancelledError);
    expect([error.name, error.kind, error.cause, error.message]).toEqual([
      "AbortError",
      "Cancelled",
      reason,
      "things.test: Cancelled: by the caller's signal",
    ]);
    expect(String(error)).toBe("AbortError: things.test: Cancelled: by the caller's signal");
    expect(transport).not.toHaveBeenCalled();
  });

  it.each([
    ["before the headers", stall],
    ["in the body", bytesThenStall(head)],
    ["in an error's body", bytesThenStall("HTTP/1.1 500 X\r\ncontent-length: 30\r\n\r\nhalf")],
  ])("CANCEL-2: %s, within 50 ms, and the connection is closed", async (_, reply) => {
    const own = await rawServer();
    own.replies = [reply];
    const controller = new AbortController();
    const failure = failureOf(callOf(clientOf({ baseUrl: own.url }), { returns }).signal(controller.signal), CancelledError);
    await vi.waitFor(() => expect(own.requests).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    controller.abort();
    await failure;
    expect(performance.now() - start).toBeLessThan(50);
    await vi.waitFor(() => expect(own.isOpen(0)).toBe(false));
    await own.close();
  });

  it("CANCEL-2: also where a transport does not listen; its late answer is closed", async () => {
    const cancel = vi.fn<() => void>();
    let respond = (_: Response): void => undefined;
    const transport = (): Promise<Response> => new Promise((resolve) => (respond = resolve));
    const controller = new AbortController();
    const failure = failureOf(callOf(clientOf({ transport }), { returns }).signal(controller.signal), CancelledError);
    await underWay();
    controller.abort();
    await failure;
    respond(new Response(new ReadableStream({ cancel })));
    await vi.waitFor(() => expect(cancel).toHaveBeenCalled());
  });

  it("TIME-3: whichever comes first is named", async () => {
    const clock = manualClock();
    const controller = new AbortController();
    const send = (): Promise<unknown> =>
      callOf(clientOf({ clock, transport: never }), { returns })
        .signal(controller.signal)
        .timeout(100)
        .send();
    const first = send().catch((error: unknown) => error);
    await underWay();
    await clock.advance(100);
    expect(await first).toBeInstanceOf(TimeoutError);
    const second = send().catch((error: unknown) => error);
    await underWay();
    controller.abort(new TimeoutError("outer", "x", { phase: "total", limit: 1, elapsed: 1, retryable: true }));
    expect(await second).toBeInstanceOf(CancelledError);
  });

  it("CANCEL-4: neither listeners nor timers stay behind", async () => {
    const controller = new AbortController();
    const clock = manualClock();
    const client = clientOf({ baseUrl: server.url, clock });
    server.replies = [jsonReply("x"), answer(500), answer(200, "no"), jsonReply("x")];
    for (let index = 0; index < 4; index++) await callOf(client, { returns }).signal(controller.signal).result();
    expect([getEventListeners(controller.signal, "abort"), clock.pending]).toEqual([[], 0]);
  });

  it("CANCEL-4: the system's timers are cleared", async () => {
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    const set = vi.spyOn(globalThis, "setTimeout");
    const transport = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));
    await callOf(clientOf({ transport }), { returns: { 204: nothing } }).send();
    const timers = set.mock.calls.flatMap(([, milliseconds], index) =>
      milliseconds === 30_000 || milliseconds === 60_000 ? [set.mock.results[index]?.value as unknown] : [],
    );
    expect(timers).toHaveLength(2);
    for (const timer of timers) expect(cleared).toHaveBeenCalledWith(timer);
    vi.restoreAllMocks();
  });

  it("the system's clock waits before a repeat, until the caller gives up", async () => {
    const answers = [{ "retry-after-ms": "20" }, undefined, { "retry-after-ms": "9000" }];
    const transport = vi.fn<() => Promise<Response>>(() => {
      const headers = answers.shift();
      return Promise.resolve(new Response(null, headers ? { status: 503, headers } : { status: 204 }));
    });
    const controller = new AbortController();
    const call = callOf(clientOf({ transport, retry: 2 }), { returns: { 204: nothing } }).signal(controller.signal);
    const { attempts, elapsed } = await call.withResponse().send();
    expect([attempts, elapsed >= 19, elapsed < 1_000]).toEqual([2, true, true]);
    setTimeout(() => controller.abort(new Error("mine")), 5);
    expect((await failureOf(call, CancelledError)).cause).toEqual(new Error("mine"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(transport).toHaveBeenCalledTimes(3);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("a reply that comes after the abort of a finished call changes nothing", async () => {
    const controller = new AbortController();
    server.replies = [jsonReply("x")];
    expect(
      await callOf(clientOf({ baseUrl: server.url }), { returns })
        .signal(controller.signal)
        .send(),
    ).toBe("x");
    controller.abort();
  });

  it("ends an unread response", async () => {
    const own = await rawServer();
    own.replies = [bytesThenStall(head)];
    const controller = new AbortController();
    const raw = await request(clientOf({ baseUrl: own.url }), "GET", "/x")
      .signal(controller.signal)
      .asResponse()
      .send();
    const text = raw.response.text();
    controller.abort(new Error("mine"));
    await expect(text).rejects.toThrow("mine");
    await vi.waitFor(() => expect(own.isOpen(0)).toBe(false));
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await own.close();
  });
});

it("limits of a call and errors of another kind leave as they are", async () => {
  const bug = new RangeError("bug");
  const transport = (): Promise<Response> => Promise.reject(bug);
  const error = await failureOf(callOf(clientOf({ transport }), { returns }), TransportError);
  expect([error.cause, error instanceof ClientError, error.phase]).toEqual([bug, true, "unknown"]);
});
