import { describe, expect, it, vi } from "vitest";
import {
  Client,
  ConfigError,
  nothing,
  request,
  sameOrigin,
  withOptions,
  defaultClient,
  type HttpRequest,
} from "../../templates/typescript/runtime/index.js";
import { headerValues } from "../support/raw-server.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, sentinel, service, withServer, type Options } from "./service.js";

const server = withServer();

const returns = { 204: nothing };

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
    const make = vi.fn<() => Client>(() => clientOf());
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
  const redirect =
    (status: number, location: string) =>
    (socket: { write(text: string): unknown }): void =>
      void socket.write(`HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 2\r\n\r\nxx`);
  const ok = (socket: { write(text: string): unknown }): void => void socket.write("HTTP/1.1 204 No\r\n\r\n");

  it.each([301, 302, 303, 307, 308])("follows %d for GET within the origin", async (status) => {
    server.replies = [redirect(status, "/other?x=1"), ok];
    await callOf(clientOf({ baseUrl: server.url }), { returns, redirects: sameOrigin }).send();
    expect(server.requests.map(({ target }) => target)).toEqual(["/things", "/other?x=1"]);
    expect(headerValues(server.requests[1], "authorization")).toEqual([`Bearer ${sentinel}`]);
  });

  it("follows three, not four", async () => {
    server.replies = [redirect(302, "/1"), redirect(302, "/2"), redirect(302, "/3"), redirect(302, "/4"), ok];
    const result = await callOf(clientOf({ baseUrl: server.url }), { returns, redirects: sameOrigin }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus", status: 302 } });
    expect(server.requests.map(({ target }) => target)).toEqual(["/things", "/1", "/2", "/3"]);
  });

  it.each([
    ["another origin", "GET", 302, "https://other.test/"],
    ["another port", "GET", 302, "http://127.0.0.1:1/"],
    ["no URL", "GET", 302, "http://[x"],
    ["304", "GET", 304, "/other"],
    ["300", "GET", 300, "/other"],
  ])("does not follow: %s", async (_, method, status, location) => {
    server.replies = [redirect(status, location)];
    const result = await callOf(clientOf({ baseUrl: server.url }), { returns, redirects: sameOrigin }, {}, method).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus", status } });
    expect(server.requests).toHaveLength(1);
  });

  it.each(["POST", "DELETE"])("does not follow one that its operation does not allow: %s", async (method) => {
    server.replies = [redirect(307, "/other")];
    for (const call of [
      callOf(clientOf({ baseUrl: server.url }), { returns }, {}, method),
      request(clientOf({ baseUrl: server.url }), method, "/x"),
    ])
      expect(await call.result()).toMatchObject({ ok: false, error: { kind: "UnexpectedStatus", status: 307 } });
    expect(server.requests).toHaveLength(2);
  });

  it("follows one of a path that the schema does not know", async () => {
    server.replies = [redirect(307, "/other"), ok];
    await request(clientOf({ baseUrl: server.url }), "GET", "/x").send();
    expect(server.requests).toHaveLength(2);
  });

  it("follows a redirect without a body", async () => {
    const transport = (request: HttpRequest): Promise<Response> =>
      Promise.resolve(
        request.url.endsWith("/new")
          ? new Response(null, { status: 204 })
          : new Response(null, { status: 302, headers: { location: "/new" } }),
      );
    await expect(callOf(clientOf({ transport }), { returns, redirects: sameOrigin }).send()).resolves.toBeUndefined();
  });

  it("does not follow a redirect to nowhere", async () => {
    server.replies = [(socket) => void socket.write("HTTP/1.1 302 Moved\r\ncontent-length: 0\r\n\r\n")];
    await expect(callOf(clientOf({ baseUrl: server.url }), { returns, redirects: sameOrigin }).result()).resolves.toMatchObject({
      ok: false,
    });
    expect(server.requests).toHaveLength(1);
  });
});

it("SEAM-1: a fetch of one's own gets a plain URL and manual redirects, and is called without a receiver", async () => {
  const receivers: unknown[] = [];
  const fetch = function (this: unknown, url: string, init: RequestInit): Promise<Response> {
    receivers.push(this);
    expect([url, init.method, init.redirect, init.body]).toEqual(["https://api.wacht.dev/things", "GET", "manual", null]);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await callOf(clientOf({ fetch }), { returns }).send();
  expect(receivers).toEqual([undefined]);
});
