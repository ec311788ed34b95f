import { afterEach, describe, expect, it, vi } from "vitest";
import {
  basic,
  bearer,
  Client,
  ConfigError,
  cookie,
  cookieAuth,
  custom,
  AuthError,
  headerAuth,
  InvalidArgumentError,
  nothing,
  queryAuth,
  string,
  withOptions,
  defaultClient,
  type AuthRequirement,
  type BaseOptions,
  type Clock,
  type HttpRequest,
  type Service,
} from "../../templates/typescript/runtime/index.js";
import { headerValues } from "../support/raw-server.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, sentinel, service, withServer, type Options } from "./service.js";

const server = withServer();
const returns = { 204: nothing };

function configError(options: Options & Record<string, unknown>, of: Service = service): ConfigError {
  try {
    new Client(of, options);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the client could be built");
}

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
  it("a blank variable is unset", async () => expect(await urlOf({ apiKey: "k", env: { WACHT_BASE_URL: "  " } })).toBe("https://api.wacht.dev/things"));

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
    const denied = new Proxy({}, { get: () => { throw new Error("denied"); } });
    expect(configError({ env: denied }).setting).toBe("apiKey");
  });

  it.each(["x", "-1", "1e3", "1s", "."])("a malformed timeout %j names its variable", (value) => {
    const error = configError({ apiKey: "k", env: { WACHT_TIMEOUT: value } });
    expect([error.message, error.setting, error.source]).toEqual(["Config: timeout (WACHT_TIMEOUT) must be seconds, 0 for no limit", "timeout", "WACHT_TIMEOUT"]);
  });
});

describe("CFG-1: which limits count", () => {
  async function limitsOf(options: Options, own?: BaseOptions["timeout"], spec = {}, of: Service = service): Promise<number[]> {
    const limits: number[] = [];
    const clock: Clock = {
      now: () => 0,
      sleep: (milliseconds) => {
        limits.push(milliseconds);
        return new Promise(() => undefined);
      },
    };
    const call = callOf(new Client(of, { apiKey: "k", clock, transport: answering(null, { status: 204 }), env: {}, ...options } as Options), spec);
    await (own === undefined ? call : call.timeout(own)).send();
    return limits;
  }

  it.each<[string, number[], Parameters<typeof limitsOf>]>([
    ["defaults", [30_000, 60_000], [{}]],
    ["service", [30_000, 9_000], [{}, undefined, {}, { ...service, timeout: { total: 9_000 } }]],
    ["operation over service", [1, 8_000], [{}, undefined, { timeout: { total: 8_000 } }, { ...service, timeout: { attempt: 1, total: 9_000 } }]],
    ["environment, in seconds, over operation", [5, 2_500], [{ env: { WACHT_TIMEOUT: "2.5" } }, undefined, { timeout: { attempt: 5, total: 8_000 } }]],
    ["client over environment", [30_000, 7_000], [{ timeout: 7_000, env: { WACHT_TIMEOUT: "2.5" } }]],
    ["client's attempt alone leaves the environment's total", [1, 2_500], [{ timeout: { attempt: 1 }, env: { WACHT_TIMEOUT: "2.5" } }]],
    ["call over client", [30_000, 6_000], [{ timeout: 7_000 }, 6_000]],
    ["call's total leaves the client's attempt", [4, 6_000], [{ timeout: { attempt: 4, total: 5 } }, { total: 6_000 }]],
    ["zero is none", [30_000], [{ timeout: 0 }]],
    ["zero of a call over all others", [5], [{ timeout: 9 }, { total: 0, attempt: 5 }]],
    ["undefined is inherited", [30_000, 7_000], [{ timeout: 7_000 }, { total: undefined }]],
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

  it.each(["", "h.test", "/v1", "ftp://h.test", "https://", "https:///x", "https://h.test?a=1", "https://h.test/#a", "https://u@h.test", "https://u:p@h.test/", "https://h test", "xhttps://h.test"])("refuses %j", (baseUrl) => {
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

describe("CFG-4: credentials over plain http", () => {
  it.each(["http://localhost", "http://localhost:80/x", "http://api.localhost/", "http://127.0.0.1", "http://127.9.9.9:1", "http://[::1]:80", "HTTP://LOCALHOST"])("%s is this machine", (baseUrl) => {
    expect(() => clientOf({ baseUrl })).not.toThrow();
  });

  it.each(["http://h.test", "http://localhost.h.test", "http://127.0.0.1.h.test", "http://xlocalhost", "http://127.0.0", "http://[::2]"])("%s is not", (baseUrl) => {
    const error = configError({ apiKey: "k", baseUrl });
    expect(error.message).toBe("Config: apiKey (option) would go over plain http: see allowInsecure");
    expect(() => clientOf({ baseUrl, allowInsecure: true })).not.toThrow();
  });

  it("without credentials there is nothing to protect", () => {
    expect(() => new Client({ name: "x", baseUrl: "http://h.test" })).not.toThrow();
  });
});

describe("CFG-6: keys", () => {
  it.each(["", " ", "a b", "a\n", "ä", "\u007f"])("refuses %j without showing it", (apiKey) => {
    const error = configError({ apiKey, env: {} });
    expect([error.message, error.source]).toEqual(["Config: apiKey (option) must be visible ASCII without spaces", "option"]);
  });

  it("names the variable of a bad key", () => {
    expect(configError({ env: { WACHT_API_KEY: "a b" } }).message).toBe("Config: apiKey (WACHT_API_KEY) must be visible ASCII without spaces");
  });

  it("accepts the outermost characters", () => expect(() => clientOf({ apiKey: "!~" })).not.toThrow());

  it("says how to give a missing one", () => {
    const error = configError({ env: {} });
    expect([error.message, error.kind, error.name]).toEqual(["Config: apiKey (option) is missing: set it or WACHT_API_KEY", "Config", "ConfigError"]);
  });

  it("needs none where the caller brings the header", async () => {
    const transport = answering(null, { status: 204 });
    const client = new Client(service, { env: {}, transport, headers: { AUTHORIZATION: "Mine" } });
    await callOf(client, { returns }).send();
    expect(transport.requests[0]?.headers.get("authorization")).toBe("Mine");
  });
});

describe("CFG-5: withOptions", () => {
  it("changes what it is given and keeps the rest and the class", async () => {
    class Own extends Client {
      get own(): string {
        return "own";
      }
    }
    const transport = answering(null, { status: 204 });
    const client = new Own(service, { apiKey: "k", env: {}, transport, headers: { "x-a": "1" } } as Options);
    const other = withOptions(client, { baseUrl: "https://o.test" });
    await callOf(other, { returns }).send();
    await callOf(client, { returns }).send();
    expect(transport.requests.map(({ url, headers }) => [url, headers.get("x-a"), headers.get("authorization")])).toEqual([
      ["https://o.test/things", "1", "Bearer k"],
      ["https://api.wacht.dev/things", "1", "Bearer k"],
    ]);
    expect([other instanceof Own, other.own]).toEqual([true, "own"]);
  });

  it("keeps what the environment said, and does not ask it again", async () => {
    const env: Record<string, string> = { WACHT_API_KEY: "a", WACHT_BASE_URL: "https://e.test", WACHT_TIMEOUT: "3" };
    const transport = answering(null, { status: 204 });
    const client = new Client(service, { env, transport });
    env["WACHT_API_KEY"] = "b";
    await callOf(withOptions(client, { headers: { a: "1" } }), { returns }).send();
    const [sent] = transport.requests;
    expect([sent?.url, sent?.headers.get("authorization"), sent?.headers.get("a")]).toEqual(["https://e.test/things", "Bearer a", "1"]);
  });
});

describe("CFG-7: default client", () => {
  it("is made once, on first use", () => {
    const make = vi.fn(() => clientOf());
    const holder = defaultClient(make);
    expect(make).not.toHaveBeenCalled();
    expect(holder.get()).toBe(holder.get());
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("can be set before first use, and not twice", () => {
    const holder = defaultClient(() => clientOf());
    const mine = clientOf();
    holder.init(mine);
    expect(holder.get()).toBe(mine);
    expect(() => holder.init(clientOf())).toThrow(new ConfigError("init", "call", "there is a default client already"));
  });

  it("can be replaced for a while", async () => {
    const holder = defaultClient(() => clientOf());
    const before = holder.get();
    const mine = clientOf();
    await expect(holder.scoped(mine, () => holder.get())).resolves.toBe(mine);
    await expect(holder.scoped(mine, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(holder.get()).toBe(before);
  });
});

describe("CFG-8: redirects", () => {
  const redirect = (status: number, location: string) => (socket: { write(text: string): unknown }): void =>
    void socket.write(`HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 2\r\n\r\nxx`);
  const ok = (socket: { write(text: string): unknown }): void => void socket.write("HTTP/1.1 204 No\r\n\r\n");

  it.each([301, 302, 303, 307, 308])("follows %d for GET within the origin", async (status) => {
    server.replies = [redirect(status, "/other?x=1"), ok];
    await callOf(clientOf({ baseUrl: server.url }), { returns }).send();
    expect(server.requests.map(({ target }) => target)).toEqual(["/things", "/other?x=1"]);
    expect(headerValues(server.requests[1], "authorization")).toEqual([`Bearer ${sentinel}`]);
  });

  it("follows three, not four", async () => {
    server.replies = [redirect(302, "/1"), redirect(302, "/2"), redirect(302, "/3"), redirect(302, "/4"), ok];
    const result = await callOf(clientOf({ baseUrl: server.url }), { returns }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus", status: 302 } });
    expect(server.requests.map(({ target }) => target)).toEqual(["/things", "/1", "/2", "/3"]);
  });

  it.each([
    ["another origin", "GET", 302, "https://other.test/"],
    ["another port", "GET", 302, "http://127.0.0.1:1/"],
    ["no URL", "GET", 302, "http://[x"],
    ["POST", "POST", 307, "/other"],
    ["DELETE", "DELETE", 308, "/other"],
    ["304", "GET", 304, "/other"],
    ["300", "GET", 300, "/other"],
  ])("does not follow: %s", async (_, method, status, location) => {
    server.replies = [redirect(status, location)];
    const result = await callOf(clientOf({ baseUrl: server.url }), { returns }, {}, method).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus", status } });
    expect(server.requests).toHaveLength(1);
  });

  it("follows a redirect without a body", async () => {
    const transport = (request: HttpRequest): Promise<Response> =>
      Promise.resolve(request.url.endsWith("/new") ? new Response(null, { status: 204 }) : new Response(null, { status: 302, headers: { location: "/new" } }));
    await callOf(clientOf({ transport }), { returns }).send();
  });

  it("does not follow a redirect to nowhere", async () => {
    server.replies = [(socket) => void socket.write("HTTP/1.1 302 Moved\r\ncontent-length: 0\r\n\r\n")];
    await expect(callOf(clientOf({ baseUrl: server.url }), { returns }).result()).resolves.toMatchObject({ ok: false });
    expect(server.requests).toHaveLength(1);
  });
});

describe("AUTH-1: schemes", () => {
  const secured = (auth: AuthRequirement): Service => ({ ...service, auth: () => auth, credentials: { apiKey: "API_KEY", other: "OTHER" } });
  async function sentBy(auth: AuthRequirement, options: Record<string, unknown> = {}): Promise<HttpRequest | undefined> {
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport, ...options }, secured(auth)), { returns }).send();
    return transport.requests[0];
  }

  it("header", async () => expect((await sentBy([[headerAuth("apiKey", "X-Api-Key")]]))?.headers.get("x-api-key")).toBe(sentinel));
  it("query, encoded", async () => expect((await sentBy([[queryAuth("apiKey", "key")]], { apiKey: "a&b" }))?.url).toBe("https://api.wacht.dev/things?key=a%26b"));
  it("cookie", async () => expect((await sentBy([[cookieAuth("apiKey", "sid")]]))?.headers.get("cookie")).toBe(`sid=${sentinel}`));
  it("cookie beside a cookie parameter", async () => {
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport }, secured([[cookieAuth("apiKey", "sid")]])), { returns, params: { a: cookie(string) } }, { params: { a: "1" } }).send();
    expect(transport.requests[0]?.headers.get("cookie")).toBe(`a=1; sid=${sentinel}`);
  });
  it("basic from user and password", async () =>
    expect((await sentBy([[basic("apiKey")]], { apiKey: { username: "ü", password: "p w" } }))?.headers.get("authorization")).toBe(`Basic ${Buffer.from("ü:p w").toString("base64")}`));
  it("basic from text", async () => expect((await sentBy([[basic("apiKey")]], { apiKey: "u:p" }))?.headers.get("authorization")).toBe("Basic dTpw"));
  it("none", async () => expect((await sentBy([]))?.headers.has("authorization")).toBe(false));
  it("a set of all", async () => {
    const sent = await sentBy([[bearer("apiKey"), headerAuth("other", "x-other")]], { other: "o" });
    expect([sent?.headers.get("authorization"), sent?.headers.get("x-other")]).toEqual([`Bearer ${sentinel}`, "o"]);
  });
  it("the first set that there are credentials for", async () => {
    const any: AuthRequirement = [[bearer("apiKey"), headerAuth("other", "x-other")], [headerAuth("apiKey", "x-key")]];
    expect((await sentBy(any))?.headers.get("x-key")).toBe(sentinel);
  });
  it("an empty set needs nothing", () => expect(() => clientOf({ apiKey: undefined } as never, secured([[bearer("apiKey")], []]))).not.toThrow());
  it("names what is missing of the first set", () => {
    expect(configError({ apiKey: "k", env: {} }, secured([[bearer("apiKey"), headerAuth("other", "x")]])).message).toBe("Config: other (option) is missing: set it or WACHT_OTHER");
  });

  it("custom functions see the finished request, once per attempt, and change it", async () => {
    const seen: string[] = [];
    const transport = answering(null, { status: 204 });
    const sign = (request: HttpRequest): HttpRequest => {
      seen.push(request.url);
      return { ...request, headers: new Headers([...request.headers, ["x-signature", "s"]]) };
    };
    await callOf(clientOf({ transport, apiKey: sign } as never, secured([[custom("apiKey")]])), { returns }).send();
    expect([seen, transport.requests[0]?.headers.get("x-signature")]).toEqual([["https://api.wacht.dev/things"], "s"]);
  });

  it("a custom function that throws is an Auth error with its cause", async () => {
    const cause = new Error("no token");
    const transport = answering(null, { status: 204 });
    const client = clientOf({ transport, apiKey: () => Promise.reject(cause) } as never, secured([[custom("apiKey")]]));
    const error = await failureOf(callOf(client, { returns }), AuthError);
    expect([error.message, error.kind, error.cause, transport.requests]).toEqual(["things.test: Auth: the request could not be authenticated", "Auth", cause, []]);
  });

  it("an operation drops or overrides the service's", async () => {
    const transport = answering(null, { status: 204 });
    const client = clientOf({ transport, other: "o" } as never, secured([[bearer("apiKey")]]));
    await callOf(client, { returns, auth: [] }).send();
    await callOf(client, { returns, auth: [[headerAuth("other", "x-other")]] }).send();
    expect(transport.requests.map(({ headers }) => [headers.get("authorization"), headers.get("x-other")])).toEqual([
      [null, null],
      [null, "o"],
    ]);
  });

  it("an operation whose credential is missing fails before anything is sent", async () => {
    const transport = answering(null, { status: 204 });
    const call = callOf(clientOf({ transport }, secured([[bearer("apiKey")]])), { returns, auth: [[headerAuth("other", "x")]] });
    expect((await failureOf(call, ConfigError)).setting).toBe("other");
    expect(transport.requests).toHaveLength(0);
  });
});

describe("browsers", () => {
  afterEach(() => vi.unstubAllGlobals());
  const enter = (): void => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
  };

  it("AUTH-5: refuses a long-lived key unless it may be seen", () => {
    enter();
    expect(configError({ apiKey: "k", env: {} }).message).toBe("Config: apiKey (option) would be public in a browser: see dangerouslyAllowBrowser");
    expect(() => clientOf({ dangerouslyAllowBrowser: true })).not.toThrow();
    expect(() => clientOf({ apiKey: () => undefined } as never)).not.toThrow();
  });

  it("AUTH-5: a worker has no document, a server no window", () => {
    vi.stubGlobal("window", {});
    expect(() => clientOf()).not.toThrow();
    vi.unstubAllGlobals();
    vi.stubGlobal("document", {});
    expect(() => clientOf()).not.toThrow();
  });

  it("UA-1: sends no User-Agent, cookies or manual redirects", async () => {
    enter();
    const seen: RequestInit[] = [];
    const fetch = (_: string, init: RequestInit): Promise<Response> => {
      seen.push(init);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    const client = clientOf({ fetch, dangerouslyAllowBrowser: true });
    for (const method of ["GET", "HEAD", "POST"]) await callOf(client, { returns }, {}, method).send();
    expect(seen.map(({ redirect, headers }) => [redirect, (headers as Headers).has("user-agent")])).toEqual([
      ["follow", false],
      ["follow", false],
      ["error", false],
    ]);
    const error = await failureOf(callOf(client, { returns, params: { a: cookie(string) } }, { params: { a: "1" } }), ConfigError);
    expect(error.message).toBe("Config: a (parameter) a browser sends no cookies of a program");
    const cookies = clientOf({ fetch, dangerouslyAllowBrowser: true }, { ...service, auth: () => [[cookieAuth("apiKey", "sid")]] });
    expect((await failureOf(callOf(cookies, { returns }), ConfigError)).setting).toBe("apiKey");
  });
});

it("SEAM-1: a fetch of one's own gets a plain URL and manual redirects, and is called without a receiver", async () => {
  let receiver: unknown = "unset";
  const fetch = function (this: unknown, url: string, init: RequestInit): Promise<Response> {
    receiver = this;
    expect([url, init.method, init.redirect, init.body]).toEqual(["https://api.wacht.dev/things", "GET", "manual", undefined]);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await callOf(clientOf({ fetch }), { returns }).send();
  expect(receiver).toBeUndefined();
});

it("JSON-4: checkRequests: false leaves constraints to the service, not the path's safety", async () => {
  const { segment, constrained, length } = await import("../../templates/typescript/runtime/index.js");
  const client = clientOf({ checkRequests: false, transport: answering(null, { status: 204 }) });
  const path = { id: segment(constrained(string, length(5))) };
  await callOf(client, { returns, path }, { path: { id: "abc" } }, "GET", "/x/{id}").send();
  await failureOf(callOf(client, { returns, path }, { path: { id: ".." } }, "GET", "/x/{id}"), InvalidArgumentError);
});
