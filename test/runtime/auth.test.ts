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
  nothing,
  queryAuth,
  string,
  type AuthRequirement,
  type HttpRequest,
  type Service,
} from "../../templates/typescript/runtime/index.js";
import { configError } from "./config-error.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, sentinel, service } from "./service.js";

const returns = { 204: nothing };

describe("CFG-4: credentials over plain http", () => {
  it.each([
    "http://localhost",
    "http://localhost:80/x",
    "http://api.localhost/",
    "http://127.0.0.1",
    "http://127.9.9.9:1",
    "http://[::1]:80",
    "HTTP://LOCALHOST",
  ])("%s is this machine", (baseUrl) => {
    expect(() => clientOf({ baseUrl })).not.toThrow();
  });

  it.each(["http://h.test", "http://localhost.h.test", "http://127.0.0.1.h.test", "http://xlocalhost", "http://127.0.0", "http://[::2]"])(
    "%s is not",
    (baseUrl) => {
      const error = configError({ apiKey: "k", baseUrl });
      expect(error.message).toBe("Config: apiKey (option) would go over plain http: see allowInsecure");
      expect(() => clientOf({ baseUrl, allowInsecure: true })).not.toThrow();
    },
  );

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
    expect(configError({ env: { WACHT_API_KEY: "a b" } }).message).toBe(
      "Config: apiKey (WACHT_API_KEY) must be visible ASCII without spaces",
    );
  });

  it("accepts the outermost characters", () => expect(() => clientOf({ apiKey: "!~" })).not.toThrow());

  it("says how to give a missing one", () => {
    const error = configError({ env: {} });
    expect([error.message, error.kind, error.name]).toEqual([
      "Config: apiKey (option) is missing: set it or WACHT_API_KEY",
      "Config",
      "ConfigError",
    ]);
  });

  it("needs none where the caller brings the header", async () => {
    const transport = answering(null, { status: 204 });
    const client = new Client(service, { env: {}, transport, headers: { AUTHORIZATION: "Mine" } });
    await callOf(client, { returns }).send();
    expect(transport.requests[0]?.headers.get("authorization")).toBe("Mine");
  });
});

describe("AUTH-1: schemes", () => {
  const secured = (auth: AuthRequirement): Service => ({
    ...service,
    auth: () => auth,
    credentials: { apiKey: "API_KEY", other: "OTHER" },
  });
  async function sentBy(auth: AuthRequirement, options: Record<string, unknown> = {}): Promise<HttpRequest | undefined> {
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport, ...options }, secured(auth)), { returns }).send();
    return transport.requests[0];
  }

  it("header", async () => expect((await sentBy([[headerAuth("apiKey", "X-Api-Key")]]))?.headers.get("x-api-key")).toBe(sentinel));
  it("query, encoded", async () =>
    expect((await sentBy([[queryAuth("apiKey", "key")]], { apiKey: "a&b" }))?.url).toBe("https://api.wacht.dev/things?key=a%26b"));
  it("cookie", async () => expect((await sentBy([[cookieAuth("apiKey", "sid")]]))?.headers.get("cookie")).toBe(`sid=${sentinel}`));
  it("cookie beside a cookie parameter", async () => {
    const transport = answering(null, { status: 204 });
    await callOf(
      clientOf({ transport }, secured([[cookieAuth("apiKey", "sid")]])),
      { returns, params: { a: cookie(string) } },
      { params: { a: "1" } },
    ).send();
    expect(transport.requests[0]?.headers.get("cookie")).toBe(`a=1; sid=${sentinel}`);
  });
  it("basic from user and password", async () =>
    expect((await sentBy([[basic("apiKey")]], { apiKey: { username: "ü", password: "p w" } }))?.headers.get("authorization")).toBe(
      `Basic ${Buffer.from("ü:p w").toString("base64")}`,
    ));
  it("basic from text", async () =>
    expect((await sentBy([[basic("apiKey")]], { apiKey: "u:p" }))?.headers.get("authorization")).toBe("Basic dTpw"));
  it("none", async () => expect((await sentBy([]))?.headers.has("authorization")).toBe(false));
  it("a set of all", async () => {
    const sent = await sentBy([[bearer("apiKey"), headerAuth("other", "x-other")]], { other: "o" });
    expect([sent?.headers.get("authorization"), sent?.headers.get("x-other")]).toEqual([`Bearer ${sentinel}`, "o"]);
  });
  it("the first set that there are credentials for", async () => {
    const any: AuthRequirement = [[bearer("apiKey"), headerAuth("other", "x-other")], [headerAuth("apiKey", "x-key")]];
    expect((await sentBy(any))?.headers.get("x-key")).toBe(sentinel);
  });
  it("an empty set needs nothing", () =>
    expect(() => clientOf({ apiKey: undefined } as never, secured([[bearer("apiKey")], []]))).not.toThrow());
  it("names what is missing of the first set", () => {
    expect(configError({ apiKey: "k", env: {} }, secured([[bearer("apiKey"), headerAuth("other", "x")]])).message).toBe(
      "Config: other (option) is missing: set it or WACHT_OTHER",
    );
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
    expect([error.message, error.kind, error.cause, transport.requests]).toEqual([
      "things.test: Auth: the request could not be authenticated",
      "Auth",
      cause,
      [],
    ]);
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
    expect(configError({ apiKey: "k", env: {} }).message).toBe(
      "Config: apiKey (option) would be public in a browser: see dangerouslyAllowBrowser",
    );
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
    expect((await failureOf(callOf(cookies, { returns }), ConfigError)).message).toBe(
      "Config: apiKey (option) a browser sends no cookies of a program",
    );
  });
});
