import { describe, expect, it, vi } from "vitest";
import {
  Client,
  hooks,
  json,
  MiddlewareError,
  nothing,
  query,
  rollingLimit,
  string,
  TransportError,
  withOptions,
  type CallEvent,
  type HookOptions,
  type HttpRequest,
  type Middleware,
  type Observer,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { rawServer, json as jsonReply } from "../support/raw-server.js";
import { answering, jsonAnswer } from "./in-memory.js";
import { lines } from "./lines.js";
import { callOf, clientOf, failureOf, sentinel, service, type Options } from "./service.js";

const returns = { 204: nothing };
const text = { returns: { 200: json(string) } };

const hooked = (options: HookOptions, more: Options = {}): Client => clientOf({ ...more, hooks: hooks(options) });

describe("HOOK-1: middleware", () => {
  it("stands around each attempt, the first outermost, and changes the request", async () => {
    const clock = fakeClock();
    const steps = [500, 204];
    const sent: HttpRequest[] = [];
    const transport = (each: HttpRequest): Promise<Response> => {
      sent.push(each);
      return Promise.resolve(new Response(null, { status: steps.shift() ?? 204 }));
    };
    const seen: unknown[] = [];
    const named =
      (name: string): Middleware =>
      async (each, next, { operation, attempt, options }) => {
        seen.push([name, operation, attempt, options.idempotencyKey]);
        each.headers.append("x-through", name);
        return next(each);
      };
    const client = hooked({ middleware: [named("a"), named("b")] }, { transport, clock, retry: 2 });
    await clock.run(callOf(client, { returns }).options({ idempotencyKey: "k" }).send());
    expect(seen).toEqual([
      ["a", "things.test", 1, "k"],
      ["b", "things.test", 1, "k"],
      ["a", "things.test", 2, "k"],
      ["b", "things.test", 2, "k"],
    ]);
    expect(sent.map(({ headers }) => headers.get("x-through"))).toEqual(["a, b", "a, b"]);
  });

  it("answers without sending, or sends twice", async () => {
    const transport = answering(null, { status: 204 });
    const short: Middleware = () => Promise.resolve(new Response('"here"', { headers: { "content-type": "application/json" } }));
    expect(await callOf(hooked({ middleware: [short] }, { transport }), text).send()).toBe("here");
    expect(transport.requests).toEqual([]);
    const twice: Middleware = async (each, next) => {
      await next(each);
      return next(each);
    };
    await callOf(hooked({ middleware: [twice] }, { transport }), { returns }).send();
    expect(transport.requests).toHaveLength(2);
  });

  it.each(["text", "json", "arrayBuffer", "blob", "clone"] as const)("what it reads by %s, the caller gets as well", async (name) => {
    const reading: Middleware = async (each, next) => {
      const response = await next(each);
      await (name === "clone" ? response.clone().text() : response[name]());
      return response;
    };
    expect(await callOf(hooked({ middleware: [reading, reading] }, { transport: jsonAnswer('"x"') }), text).send()).toBe("x");
  });

  it("does not see a reader that the platform lacks", async () => {
    const response = Object.defineProperty(new Response(null, { status: 204 }), "bytes", { value: undefined, configurable: true });
    const seen: unknown[] = [];
    const looking: Middleware = async (each, next) => {
      const answer = await next(each);
      seen.push(Reflect.get(answer, "bytes"), typeof answer.text);
      return answer;
    };
    await callOf(hooked({ middleware: [looking] }, { transport: () => Promise.resolve(response) }), { returns }).send();
    expect(seen).toEqual([undefined, "function"]);
  });

  it("real bodies are read as well, and connections given back", async () => {
    const own = await rawServer();
    own.replies = [jsonReply("x".repeat(300_000))];
    const reading: Middleware = async (each, next) => {
      const response = await next(each);
      expect(await response.text()).toHaveLength(300_002);
      return response;
    };
    const client = hooked({ middleware: [reading] }, { baseUrl: own.url });
    for (let index = 0; index < 6; index++) expect(await callOf(client, text).send()).toHaveLength(300_000);
    expect(new Set(own.requests.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
    await own.close();
  });

  it("what it throws ends the call, as the cause of a Middleware error", async () => {
    const cause = new RangeError("mine");
    const transport = answering(null, { status: 204 });
    const error = await failureOf(
      callOf(hooked({ middleware: [() => Promise.reject(cause)] }, { transport, retry: 3 }), { returns }),
      MiddlewareError,
    );
    expect([error.cause, error.message, error.kind, error.attempts, transport.requests]).toEqual([
      cause,
      "things.test: Middleware: a middleware failed",
      "Middleware",
      1,
      [],
    ]);
    const thrown: Middleware = () => {
      throw cause;
    };
    expect((await failureOf(callOf(hooked({ middleware: [thrown] }, { transport }), { returns }), MiddlewareError)).cause).toBe(cause);
  });

  it("the transport's own errors pass through and are repeated", async () => {
    const clock = fakeClock();
    const transport = vi.fn<() => Promise<Response>>(() => Promise.reject(new TypeError("fetch failed")));
    const client = hooked({ middleware: [async (each, next) => next(each)] }, { transport, clock, retry: 3 });
    const failure = clock.run(callOf(client, { returns }).send());
    await expect(failure).rejects.toBeInstanceOf(TransportError);
    expect(transport).toHaveBeenCalledTimes(3);
  });

  it("CANCEL-2: a middleware that hangs ends with the caller's signal", async () => {
    const controller = new AbortController();
    const client = hooked({ middleware: [() => new Promise(() => undefined)] });
    const sent = callOf(client, { returns }).signal(controller.signal).send();
    setTimeout(() => controller.abort(), 5);
    await expect(sent).rejects.toMatchObject({ kind: "Cancelled" });
  });
});

describe("HOOK-2: observers", () => {
  /** Notes the moments and the events. */
  function noting(): { observer: Observer; moments: string[]; events: CallEvent[] } {
    const moments: string[] = [];
    const events: CallEvent[] = [];
    const note = (moment: string) => (event: CallEvent) => {
      moments.push(moment);
      events.push(event);
    };
    const names = ["callStart", "limitWait", "attemptStart", "attemptEnd", "retry", "callEnd", "streamEvent"];
    return { observer: Object.fromEntries(names.map((name) => [name, note(name)])) as Observer, moments, events };
  }

  it("are told of every moment, in order, of one call under one object", async () => {
    const clock = fakeClock();
    const { observer, moments, events } = noting();
    const steps = [500, 204];
    const transport = (): Promise<Response> => Promise.resolve(new Response(null, { status: steps.shift() ?? 204 }));
    const limit = rollingLimit("one", { key: ["credential"], allow: [[1, 1_000]] });
    const client = hooked({ observers: [observer] }, { transport, clock, retry: 2, random: { float: () => 0, uuid: () => "" } });
    await clock.run(callOf(client, { returns, limit }).send());
    expect(moments).toEqual(["callStart", "attemptStart", "attemptEnd", "retry", "limitWait", "attemptStart", "attemptEnd", "callEnd"]);
    expect(new Set(events.map(({ call }) => call)).size).toBe(1);
    expect(events.map(({ attempt, elapsed }) => [attempt, elapsed])).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 250],
      [2, 1_000],
      [2, 1_000],
      [2, 1_000],
    ]);
    expect(events[2]).toMatchObject({
      operation: "things.test",
      method: "GET",
      path: "/things",
      url: "https://api.wacht.dev/things",
      status: 500,
    });
    expect(events[3]).toMatchObject({ wait: 250, error: { status: 500 } });
    expect(events[4]).toMatchObject({ wait: 750 });
    expect(events[7]).toMatchObject({ status: 204, error: undefined });
  });

  it("the end of a failed call has its error and status", async () => {
    const { observer, events } = noting();
    const client = hooked({ observers: [observer] }, { transport: answering(null, { status: 404 }) });
    const error: unknown = await callOf(client, { returns })
      .send()
      .catch((each: unknown) => each);
    expect(events.at(-1)).toMatchObject({ status: 404, error });
    const broken = hooked({ observers: [observer] }, { transport: () => Promise.reject(new Error("x")) });
    await callOf(broken, { returns }).result();
    expect(events.at(-1)).toMatchObject({ status: undefined, error: { kind: "Transport" } });
  });

  it("what they throw changes nothing and is logged", async () => {
    const logger = lines();
    const observer: Observer = {
      callStart() {
        throw new Error(`oops ${sentinel}`);
      },
      callEnd: () => Promise.reject(new Error("later")),
    };
    await callOf(hooked({ observers: [observer], logger }, { transport: answering(null, { status: 204 }) }), { returns }).send();
    await new Promise((resolve) => setImmediate(resolve));
    expect(logger.lines).toEqual([
      ["warn", "things.test: an observer failed: Error: oops ***"],
      ["warn", "things.test: an observer failed: Error: later"],
    ]);
    const silent = hooked({ observers: [observer] }, { transport: answering(null, { status: 204 }) });
    await expect(callOf(silent, { returns }).send()).resolves.toBeUndefined();
  });

  it("CFG-5: clones keep them", async () => {
    const { observer, moments } = noting();
    const client = hooked({ observers: [observer] }, { transport: answering(null, { status: 204 }) });
    await callOf(withOptions(client, { headers: { a: "b" } }), { returns }).send();
    expect(moments).toHaveLength(4);
  });
});

it("SEC-2: secret values of parameters are in no URL that is shown", async () => {
  const urls: string[] = [];
  const observer: Observer = { attemptStart: ({ url }) => urls.push(url) };
  const client = new Client({ ...service, secrets: ["pin"] }, {
    apiKey: sentinel,
    env: {},
    transport: answering(null, { status: 204 }),
    hooks: hooks({ observers: [observer] }),
  } as Options);
  await callOf(
    client,
    { returns, params: { pin: query(string), next: query(string) } },
    { params: { pin: "1234", next: sentinel } },
  ).send();
  expect(urls).toEqual(["https://api.wacht.dev/things?pin=***&next=***"]);
});
