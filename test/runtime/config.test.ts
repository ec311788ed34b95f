import { describe, expect, it, vi } from "vitest";
import {
  Client,
  constrained,
  InvalidArgumentError,
  length,
  nothing,
  segment,
  string,
  withOptions,
  type BaseOptions,
  type Clock,
  type Service,
} from "../../templates/typescript/runtime/index.js";
import { configError } from "./config-error.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, service, type Options } from "./service.js";

const returns = { 204: nothing };

async function urlOf(options: Options, of: Service = service): Promise<string | undefined> {
  const transport = answering(null, { status: 204 });
  await callOf(new Client(of, { transport, ...options } as Options), { returns }).send();
  return transport.requests[0]?.url;
}

describe("CFG-1, CFG-2: options over environment over schema", () => {
  const env = { WACHT_API_KEY: " wk_env\n", WACHT_BASE_URL: " https://env.test/v1 " };

  it("the schema's base URL", async () => expect(await urlOf({ apiKey: "k", env: {} })).toBe("https://api.wacht.dev/things"));
  it("the environment's, trimmed", async () => expect(await urlOf({ env })).toBe("https://env.test/v1/things"));
  it("the option's", async () => expect(await urlOf({ env, baseUrl: "https://o.test" })).toBe("https://o.test/things"));
  it("a blank variable is unset", async () =>
    expect(await urlOf({ apiKey: "k", env: { WACHT_BASE_URL: "  " } })).toBe("https://api.wacht.dev/things"));

  it("reads the process's environment, once, when the client is built", async () => {
    vi.stubEnv("WACHT_API_KEY", "wk_process");
    const transport = answering(null, { status: 204 });
    const client = new Client(service, { transport });
    vi.stubEnv("WACHT_API_KEY", "wk_later");
    await callOf(client, { returns }).send();
    await callOf(withOptions(client, { userAgent: "x" }), { returns }).send();
    vi.unstubAllEnvs();
    expect(transport.requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer wk_process", "Bearer wk_process"]);
  });

  it("reads nothing without a prefix", () => {
    const { env: _, ...rest } = service;
    expect(configError({ env: { undefined_API_KEY: "x", WACHT_API_KEY: "x" } }, rest).message).toBe("Config: apiKey (option) is missing");
  });

  it("an environment that may not be read is empty", () => {
    const denied = new Proxy(
      {},
      {
        get: () => {
          throw new Error("denied");
        },
      },
    );
    expect(configError({ env: denied }).setting).toBe("apiKey");
  });

  it.each(["x", "-1", "1e3", "1s", "."])("a malformed timeout %j names its variable", (value) => {
    const error = configError({ apiKey: "k", env: { WACHT_TIMEOUT: value } });
    expect([error.message, error.setting, error.source]).toEqual([
      "Config: timeout (WACHT_TIMEOUT) must be seconds, 0 for no limit",
      "timeout",
      "WACHT_TIMEOUT",
    ]);
  });
});

describe("CFG-1: which limits count", () => {
  /** The limits of one call: its attempt's, then its own. */
  async function limitsOf(options: Options, own?: BaseOptions["timeout"], spec = {}, of: Service = service): Promise<number[]> {
    const limits: number[] = [];
    const clock: Clock = {
      now: () => 0,
      sleep: (milliseconds) => {
        limits.push(milliseconds);
        return new Promise(() => undefined);
      },
    };
    const call = callOf(
      new Client(of, { apiKey: "k", clock, transport: answering(null, { status: 204 }), env: {}, ...options } as Options),
      spec,
    );
    await (own === undefined ? call : call.timeout(own)).send();
    return limits.toReversed();
  }

  it.each<[string, number[], Parameters<typeof limitsOf>]>([
    ["defaults", [30_000, 60_000], [{}]],
    ["service", [30_000, 9_000], [{}, undefined, {}, { ...service, timeout: { total: 9_000 } }]],
    [
      "operation over service",
      [1, 8_000],
      [{}, undefined, { timeout: { total: 8_000 } }, { ...service, timeout: { attempt: 1, total: 9_000 } }],
    ],
    [
      "environment, in seconds, over operation",
      [5, 2_500],
      [{ env: { WACHT_TIMEOUT: "2.5" } }, undefined, { timeout: { attempt: 5, total: 8_000 } }],
    ],
    ["client over environment", [30_000, 7_000], [{ timeout: 7_000, env: { WACHT_TIMEOUT: "2.5" } }]],
    ["client's attempt alone leaves the environment's total", [1, 2_500], [{ timeout: { attempt: 1 }, env: { WACHT_TIMEOUT: "2.5" } }]],
    ["call over client", [30_000, 6_000], [{ timeout: 7_000 }, 6_000]],
    ["call's total leaves the client's attempt", [4, 6_000], [{ timeout: { attempt: 4, total: 5 } }, { total: 6_000 }]],
    ["zero is none", [30_000], [{ timeout: 0 }]],
    ["zero of a call over all others", [5], [{ timeout: 9 }, { total: 0, attempt: 5 }]],
    ["undefined is inherited", [30_000, 7_000], [{ timeout: 7_000 }, { total: undefined }]],
    ["the environment's fraction", [30_000, 1_250], [{ env: { WACHT_TIMEOUT: "1.25" } }]],
    ["the environment's zero", [30_000], [{ env: { WACHT_TIMEOUT: "0" } }]],
  ])("%s", async (_, expected, args) => expect(await limitsOf(...args)).toEqual(expected));
});

describe("CFG-3: base URL", () => {
  it.each([
    ["https://h.test", "https://h.test/things"],
    ["https://h.test/", "https://h.test/things"],
    ["https://h.test/v1//", "https://h.test/v1/things"],
    ["HTTPS://h.test:8443/a/b", "HTTPS://h.test:8443/a/b/things"],
    ["http://127.0.0.1:80/@x", "http://127.0.0.1:80/@x/things"],
  ])("%s", async (baseUrl, expected) => expect(await urlOf({ apiKey: "k", baseUrl })).toBe(expected));

  it.each([
    "",
    "h.test",
    "/v1",
    "ftp://h.test",
    "https://",
    "https:///x",
    "https://h.test?a=1",
    "https://h.test/#a",
    "https://u@h.test",
    "https://u:p@h.test/",
    "https://h test",
    "xhttps://h.test",
  ])("refuses %j", (baseUrl) => {
    const error = configError({ apiKey: "k", baseUrl });
    expect([error.message, error.setting, error.source]).toEqual([
      "Config: baseUrl (option) must be an http or https URL without user, query and fragment",
      "baseUrl",
      "option",
    ]);
  });

  it("names the variable it came from", () => {
    expect(configError({ apiKey: "k", env: { WACHT_BASE_URL: "x" } }).source).toBe("WACHT_BASE_URL");
    expect(configError({ apiKey: "k", env: {} }, { ...service, baseUrl: "x" }).source).toBe("schema");
  });
});

it("JSON-4: checkRequests: false leaves constraints to the service, not the path's safety", async () => {
  const client = clientOf({ checkRequests: false, transport: answering(null, { status: 204 }) });
  const path = { id: segment(constrained(string, length(5))) };
  await expect(callOf(client, { returns, path }, { path: { id: "abc" } }, "GET", "/x/{id}").send()).resolves.toBeUndefined();
  expect(await failureOf(callOf(client, { returns, path }, { path: { id: ".." } }, "GET", "/x/{id}"), InvalidArgumentError)).toBeDefined();
});
