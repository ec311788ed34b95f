import { afterEach, describe, expect, it, vi } from "vitest";
import {
  Client,
  hooks,
  json,
  MiddlewareError,
  nothing,
  query,
  request,
  rollingLimit,
  string,
  TransportError,
  withOptions,
  type CallEvent,
  type HookOptions,
  type HttpRequest,
  type Logger,
  type Middleware,
  type Observer,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { rawServer, json as jsonReply } from "../support/raw-server.js";
import { answering, jsonAnswer } from "./in-memory.js";
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

/** A logger that keeps its lines. */
function lines(): Logger & { readonly lines: [level: string, line: string][] } {
  const kept: [string, string][] = [];
  const at =
    (level: string) =>
    (line: string): void =>
      void kept.push([level, line]);
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug"), lines: kept };
}

describe("HOOK-3: logging", () => {
  const secretive = { ...service, secrets: ["pin", "X-Pin"] };
  const answer = (): ReturnType<typeof answering> =>
    answering('{"pin": "1234", "a": "b", "list": [{"pin":5678}]}', {
      headers: { "content-type": "application/json", "x-request-id": "req_1", "set-cookie": "a=b", "x-internal": "c" },
    });

  async function logged(options: HookOptions, env: Record<string, string> = {}): Promise<[string, string][]> {
    const logger = lines();
    const clock = fakeClock();
    const client = new Client(secretive, {
      apiKey: sentinel,
      env,
      clock,
      transport: answer(),
      hooks: hooks({ logger, ...options }),
    } as Options);
    const call = request(client, "POST", "/x", { query: { pin: "1", a: "2", api_key: "3" }, body: { pin: 'a"b', c: "d" } });
    await call.header("x-pin", "9").send();
    await new Promise((resolve) => setTimeout(resolve, 5));
    return logger.lines;
  }

  it("is at warn unless said otherwise: a call writes nothing", async () => expect(await logged({})).toEqual([]));

  it("info: a line for each attempt", async () => {
    expect(await logged({ logLevel: "info" })).toEqual([
      ["info", "POST /x: 200; POST https://api.wacht.dev/x?pin=***&a=2&api_key=***, attempt 1, after 0 ms"],
    ]);
  });

  it("SEC-2: debug: headers by an allow-list, the beginning of bodies, secret members hidden", async () => {
    const all = await logged({ logLevel: "debug" });
    expect(all.map(([level]) => level)).toEqual(["debug", "debug", "info"]);
    expect(all[0]?.[1]).toMatch(
      /^POST \/x: request accept: application\/json; authorization: \*\*\*; content-type: application\/json; user-agent: wacht.*; x-pin: \*\*\* \{"pin":"\*\*\*","c":"d"\}$/,
    );
    expect(all[1]?.[1]).toBe(
      'POST /x: response 200 content-type: application/json; set-cookie: ***; x-internal: ***; x-request-id: req_1 {"pin": "***", "a": "b", "list": [{"pin":"***"}]}',
    );
    expect(all.join()).not.toContain(sentinel);
  });

  it("bodies are copied for debug alone", async () => {
    const response = new Response('"x"', { headers: { "content-type": "application/json" } });
    const clone = vi.spyOn(response, "clone");
    const transport = (): Promise<Response> => Promise.resolve(response);
    await callOf(hooked({ logger: lines(), logLevel: "info" }, { transport }), text).send();
    expect(clone).not.toHaveBeenCalled();
  });

  it("debug shows at most 1 KiB of a body", async () => {
    const logger = lines();
    const transport = jsonAnswer(JSON.stringify("x".repeat(5_000)));
    expect(await callOf(hooked({ logger, logLevel: "debug" }, { transport }), text).send()).toHaveLength(5_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logger.lines[1]?.[1]).toHaveLength("things.test: response 200 content-type: application/json ".length + 1_024);
  });

  it.each([
    ["text/plain", true],
    ["application/problem+json", true],
    ["image/png", false],
    ["text/event-stream", false],
    ["application/jsonl", false],
  ])("debug shows a body of %s: %s", async (type, shown) => {
    const logger = lines();
    const transport = answering("BODY", { headers: { "content-type": type } });
    await callOf(hooked({ logger, logLevel: "debug" }, { transport }), { returns: { 200: nothing } }).send();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(logger.lines[1]?.[1]).toBe(`things.test: response 200 content-type: ${type}${shown ? " BODY" : ""}`);
  });

  it.each([
    ["info", 1],
    ["INFO", 1],
    ["debug", 3],
    ["warn", 0],
    ["off", 0],
  ])("CFG-2: the environment's level: %s", async (WACHT_LOG, count) => expect(await logged({}, { WACHT_LOG })).toHaveLength(count));

  it("CFG-1: the option's level over the environment's", async () => {
    expect(await logged({ logLevel: "error" }, { WACHT_LOG: "debug" })).toEqual([]);
  });

  it("a middleware has it, at its level", async () => {
    const speaking: Middleware = (each, next, { logger }) => {
      for (const level of ["error", "warn", "info", "debug"] as const) logger?.[level](level);
      return next(each);
    };
    expect(await logged({ middleware: [speaking], logLevel: "warn" })).toEqual([
      ["error", "error"],
      ["warn", "warn"],
    ]);
    expect(await logged({ middleware: [speaking], logLevel: "off" })).toEqual([]);
  });

  it("CFG-2: a malformed level warns", async () => {
    expect(await logged({}, { WACHT_LOG: "loud" })).toEqual([["warn", "WACHT_LOG must be off, error, warn, info or debug"]]);
  });

  it("retries and waits are lines at info", async () => {
    const logger = lines();
    const clock = fakeClock();
    const transport = answering(null, { status: 500 });
    const limit = rollingLimit("one", { key: ["credential"], allow: [[1, 1_000]] });
    const client = hooked({ logger, logLevel: "info" }, { transport, clock, retry: 2, random: { float: () => 0, uuid: () => "" } });
    await clock.run(callOf(client, { returns, limit }).result());
    expect(logger.lines.map(([, line]) => line.replace(/;.*/, ""))).toEqual([
      "things.test: 500 UnexpectedStatus ServerError: no reason given",
      "things.test: attempt 2 in 250 ms",
      "things.test: waits 750 ms for the client's own limit",
      "things.test: 500 UnexpectedStatus ServerError: no reason given",
    ]);
  });

  describe("HOOK-5: nothing is printed", () => {
    afterEach(() => vi.restoreAllMocks());
    const spies = () =>
      (["log", "error", "warn", "info", "debug"] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined));
    const call = (env: Record<string, string>, options: HookOptions = {}) =>
      callOf(clientOf({ env, transport: answering(null, { status: 404 }), hooks: hooks(options) }), { returns }).result();

    it("by default", async () => {
      const all = spies();
      await call({});
      const failing: Observer = {
        callStart() {
          throw new Error("oops");
        },
      };
      await call({}, { observers: [failing] });
      await call({ WACHT_LOG: "off" }, { observers: [failing] });
      for (const spy of all) expect(spy).not.toHaveBeenCalled();
    });

    it("unless the environment asks for it", async () => {
      const all = spies();
      await call({ WACHT_LOG: "info" });
      expect(all.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0, 1, 0]);
    });
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
