import { describe, expect, it } from "vitest";
import {
  bytes,
  ConfigError,
  CancelledError,
  constrained,
  int64,
  json,
  jsonBody,
  jsonValue,
  length,
  map,
  nothing,
  object,
  string,
  TimeoutError,
  TransportError,
  type CallOptions,
  type Reader,
} from "../../templates/typescript/runtime/index.js";
import {
  eventsReply,
  fakeClock,
  memoryTransport,
  replyWith,
  seededRandom,
  type FakeClock,
  type MemoryTransport,
} from "../../templates/typescript/runtime/testing/index.js";
import { callOf, clientOf, failureOf } from "./service.js";

const anything = { returns: { 200: json(map(jsonValue)), 204: nothing as Reader<never> } };

function sent(transport: MemoryTransport, clock: FakeClock, options: CallOptions = {}, method = "GET", body?: unknown) {
  const client = clientOf({ transport, clock, random: seededRandom(), baseUrl: "https://api.example/v1" });
  return callOf(client, { ...anything, ...(body !== undefined && { body: jsonBody(jsonValue) }) }, { body }, method).options(options);
}

describe("memoryTransport", () => {
  it("gives its replies in turn, and keeps what was asked", async () => {
    const transport = memoryTransport([
      { json: { a: 1 } },
      { status: 204 },
      new Response('{"b":2}', { headers: { "content-type": "application/json" } }),
    ]);
    const call = sent(transport, fakeClock(), { headers: { "x-a": "1" }, extraQuery: { q: "é" } }, "POST", { hello: "wörld" });
    expect([await call.send(), await call.send(), await call.send()]).toEqual([{ a: 1 }, undefined, { b: 2 }]);
    const [first] = transport.requests;
    expect(first).toMatchObject({ method: "POST", url: "https://api.example/v1/things?q=%C3%A9", target: "/v1/things?q=%C3%A9" });
    expect(first?.headers.get("x-a")).toBe("1");
    expect(await first?.json()).toEqual({ hello: "wörld" });
    expect([await first?.text(), (await first?.bytes())?.length]).toEqual(['{"hello":"wörld"}', 18]);
    expect(
      await sent(
        memoryTransport(() => ({ status: 204 })),
        fakeClock(),
      ).send(),
    ).toBeUndefined();
  });

  it("asks a function for the reply to each request", async () => {
    const transport = memoryTransport(({ target }) => ({ json: { target } }));
    expect(await sent(transport, fakeClock(), { extraQuery: { q: 1 } }).send()).toEqual({ target: "/v1/things?q=1" });
    expect(await transport.requests[0]?.json()).toBeUndefined();
  });

  it("answers from where it was asked", async () => {
    const { signal } = new AbortController();
    const url = "https://api.example/v1/things?page=2";
    const response = await memoryTransport([{ status: 204 }])({ method: "GET", url, headers: new Headers(), signal });
    expect(response.url).toBe(url);
  });

  it.each([204, 205, 304])("gives no body with %d, which has none", async (status) => {
    const { signal } = new AbortController();
    const response = await memoryTransport([{ status, json: 1 }])({ method: "GET", url: "https://h", headers: new Headers(), signal });
    expect([response.status, response.body]).toEqual([status, null]);
  });

  it("gives JSON its type unless the reply has one, and nothing else", async () => {
    const { signal } = new AbortController();
    const headers = { "content-type": "application/problem+json" };
    const transport = memoryTransport([{ json: 1 }, { json: 1, headers }, { text: "1" }, { status: 201 }]);
    const typeOf = async (): Promise<string | null> =>
      (await transport({ method: "GET", url: "https://h", headers: new Headers(), signal })).headers.get("content-type");
    expect([await typeOf(), await typeOf(), await typeOf(), await typeOf()]).toEqual([
      "application/json",
      "application/problem+json",
      "text/plain;charset=UTF-8",
      null,
    ]);
  });

  it("says so when there is no reply left, and nothing is repeated", async () => {
    const transport = memoryTransport([]);
    const error = await failureOf(sent(transport, fakeClock(), { retry: 3 }), ConfigError);
    expect(error.message).toContain("has no reply for request 1: GET /v1/things");
    expect(transport.requests).toHaveLength(1);
  });

  it("fails as a connection does", async () => {
    const transport = memoryTransport([{ fails: "ECONNREFUSED" }, { fails: "ECONNRESET" }]);
    const error = await failureOf(sent(transport, fakeClock(), { retry: 2 }, "POST"), TransportError);
    expect(error).toMatchObject({ code: "ECONNRESET", attempts: 2 });
  });

  it("hangs until a limit runs out or a signal ends it", async () => {
    const error = await failureOf(sent(memoryTransport([{ hangs: true }]), fakeClock(), { timeout: 5000, retry: 1 }), TimeoutError);
    expect(error).toMatchObject({ phase: "total", elapsed: 5000 });
    const stop = new AbortController();
    const call = sent(memoryTransport([{ hangs: true }]), fakeClock({ auto: false }), { signal: stop.signal });
    const failure = failureOf(call, CancelledError);
    stop.abort();
    expect(await failure).toBeInstanceOf(CancelledError);
    const own = new AbortController();
    const request = { method: "GET", url: "https://h", headers: new Headers(), signal: own.signal };
    const hanging = memoryTransport([{ hangs: true }])(request);
    own.abort(new Error("mine"));
    await expect(hanging).rejects.toThrow("mine");
  });

  it("writes values as the service would", async () => {
    const Thing = object(() => ({ id: int64, data: bytes }));
    const transport = memoryTransport([replyWith(Thing, { id: 9007199254740993n, data: new Uint8Array([255]) }, { status: 201 })]);
    const client = clientOf({ transport });
    expect(
      await callOf(client, { returns: { 200: json(Thing) } })
        .withResponse()
        .send(),
    ).toMatchObject({
      status: 201,
      value: { id: 9007199254740993n, data: new Uint8Array([255]) },
    });
    expect(() => replyWith(string, 5 as never)).toThrow(/^the value expected string, got 5$/);
    const Text = object(() => ({ text: string }));
    expect(() => replyWith(Text, { text: 5 as never })).toThrow(/^text expected string, got 5$/);
    expect(replyWith(constrained(string, length(2)), "a").text).toBe('"a"');
  });

  it("writes events", async () => {
    const reply = eventsReply([{ event: "a", data: { x: 1 } }, { data: "two\nlines" }]);
    const transport = memoryTransport([reply]);
    const { response } = await sent(transport, fakeClock()).asResponse().send();
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(await response.text()).toBe('event: a\ndata: {"x":1}\n\ndata: two\ndata: lines\n\n');
  });
});

describe("fakeClock", () => {
  it("lets time go by itself where a call waits", async () => {
    const clock = fakeClock({ now: 1000 });
    const began = performance.now();
    const transport = memoryTransport([{ status: 503, headers: { "retry-after": "30" } }, { json: {} }]);
    const { elapsed, attempts } = await sent(transport, clock, { retry: 3 }).withResponse().send();
    expect([elapsed, attempts, clock.now()]).toEqual([30_000, 2, 31_000]);
    expect(clock.slept).toEqual([30_000]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("or by hand, to the millisecond", async () => {
    const clock = fakeClock({ auto: false });
    const transport = memoryTransport([{ status: 503, headers: { "retry-after": "30" } }, { json: {} }]);
    const value = sent(transport, clock, { retry: 3 }).send();
    await clock.advance(29_999);
    expect(transport.requests).toHaveLength(1);
    await clock.advance(1);
    expect(transport.requests).toHaveLength(2);
    expect(await value).toEqual({});
  });

  it("ends sleeps in the order of their ends, and none that was given up", async () => {
    const clock = fakeClock({ auto: false });
    const given = new AbortController();
    const order: number[] = [];
    const kept = new AbortController().signal;
    for (const length of [30, 10, 20]) void clock.sleep(length, kept).then(() => order.push(length));
    const lost = clock.sleep(5, given.signal);
    given.abort(new Error("given up"));
    await expect(lost).rejects.toThrow("given up");
    await clock.advance(25);
    expect([order, clock.slept]).toEqual([
      [10, 20],
      [10, 20],
    ]);
  });
});

it("seededRandom gives the same for the same seed, in every version", () => {
  const draw = (seed?: number) => {
    const random = seededRandom(seed);
    return [random.float(), random.uuid(), random.float()];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw()).toEqual([0.6270739405881613, "08ff49b6-f772-4632-8716-c43069c43a8c", 0.19281403115019202]);
  expect(draw()[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  const random = seededRandom(3);
  const many = Array.from({ length: 1000 }, () => random.float());
  expect([Math.min(...many) >= 0, Math.max(...many) < 1]).toEqual([true, true]);
});
