import { afterEach, describe, expect, it, vi } from "vitest";
import {
  Client,
  hooks,
  json,
  nothing,
  request,
  rollingLimit,
  string,
  type HookOptions,
  type Middleware,
  type Observer,
} from "../../templates/typescript/runtime/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { answering, jsonAnswer } from "./in-memory.js";
import { lines } from "./lines.js";
import { callOf, clientOf, sentinel, service, type Options } from "./service.js";

const returns = { 204: nothing };
const text = { returns: { 200: json(string) } };

const hooked = (options: HookOptions, more: Options = {}): Client => clientOf({ ...more, hooks: hooks(options) });

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
