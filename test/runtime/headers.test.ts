import { describe, expect, it, vi } from "vitest";
import {
  bytesBody,
  cookie,
  header,
  InvalidArgumentError,
  int32,
  json,
  jsonBody,
  list,
  nothing,
  nullable,
  object,
  optional,
  request,
  string,
  textBody,
  type Call,
} from "../../templates/typescript/runtime/index.js";
import { headerValues, json as jsonReply, answer } from "../support/raw-server.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, sentinel, service, withServer } from "./service.js";

const server = withServer();
const returns = { 204: nothing };
const sent = (name: string): string[] => headerValues(server.requests[0], name);

describe("HDR-1: merging", () => {
  it("later ones win, whatever their case: defaults, auth, client, parameters, call", async () => {
    const client = clientOf({ baseUrl: server.url, headers: { "X-A": "client", "X-B": "client", "X-C": "client", Accept: "text/x" } });
    const params = { "x-b": header(string), c: header(string, { name: "X-C" }) };
    await callOf(client, { params, returns }, { params: { "x-b": "param", c: "param" } })
      .header("x-C", "call")
      .send();
    expect([sent("x-a"), sent("x-b"), sent("x-c"), sent("accept")]).toEqual([["client"], ["param"], ["call"], ["text/x"]]);
  });

  it("null removes, in the client and in a call", async () => {
    const client = clientOf({ baseUrl: server.url, headers: { "User-Agent": null, "X-A": "1" } });
    await callOf(client, { returns }).header("x-a", null).header("accept", null).send();
    expect([sent("x-a"), headerValues(server.requests[0], "user-agent").includes("heddle")]).toEqual([[], false]);
  });

  it("joins lists by commas and quotes items that have one", async () => {
    await callOf(
      clientOf({ baseUrl: server.url }),
      { params: { "x-l": header(list(string)) }, returns },
      { params: { "x-l": ["a", "b,c", 'd"e\\', "f g"] } },
    ).send();
    expect(sent("x-l")).toEqual(['a,"b,c","d\\"e\\\\",f g']);
  });

  it("leaves out null and absent parameters", async () => {
    const params = { a: header(nullable(string)), b: header(optional(int32)) };
    await callOf(clientOf({ baseUrl: server.url }), { params, returns }, { params: { a: null } }).send();
    expect([sent("a"), sent("b")]).toEqual([[], []]);
  });

  it("AUTH-4: a caller's Authorization beats the scheme's, and null removes it", async () => {
    const call = callOf(clientOf({ baseUrl: server.url }), { returns });
    await call.send();
    await call.header("authorization", "Mine").send();
    await call.header("Authorization", null).send();
    expect(server.requests.map((each) => headerValues(each, "authorization"))).toEqual([[`Bearer ${sentinel}`], ["Mine"], []]);
  });
});

describe("HDR-2: values that are refused", () => {
  it.each(["a\r\nb", "a\nb", "a\0b", "ä", "a\u007f"])("%j", async (value) => {
    const call = callOf(clientOf({ baseUrl: server.url }), { params: { "x-p": header(string) } }, { params: { "x-p": value } });
    expect((await failureOf(call, InvalidArgumentError)).violations).toEqual([
      { path: 'header["x-p"]', rule: "must be ASCII without line breaks" },
    ]);
    expect(server.requests).toHaveLength(0);
  });

  it("a tab is no line break", async () => {
    await callOf(clientOf({ baseUrl: server.url }), { returns })
      .header("x-a", "a\tb ~")
      .send();
    expect(sent("x-a")).toEqual(["a\tb ~"]);
  });

  it.each(["a b", "", "a:b", "ä"])("a name like %j", async (name) => {
    const error = await failureOf(callOf(clientOf(), {}).header(name, "1"), InvalidArgumentError);
    expect(error.violations.map(({ rule }) => rule)).toEqual(["is no header name"]);
  });
});

describe("HDR-3: Accept, Content-Type, Content-Length", () => {
  it("asks for JSON where nothing is returned, for what is returned otherwise", async () => {
    const client = clientOf({ baseUrl: server.url });
    await callOf(client, { returns }).send();
    server.replies = [answer(200, "text")];
    await callOf(client, { returns: { 200: textBody() } }).send();
    server.replies = [jsonReply("x")];
    await callOf(client, { returns: { 200: json(string), 201: textBody("text/csv") } }).send();
    expect(server.requests.map((each) => headerValues(each, "accept"))).toEqual([
      ["application/json"],
      ["text/plain"],
      ["application/json, text/csv"],
    ]);
  });

  it.each([
    ["json", jsonBody(object(() => ({ a: string }))), { a: "é" }, "application/json", '{"a":"é"}', "10"],
    ["text", textBody(), "é", "text/plain;charset=utf-8", "é", "2"],
    ["bytes", bytesBody(), new Uint8Array([1, 2]), "application/octet-stream", "\u0001\u0002", "2"],
    ["bytes of a type", bytesBody("image/png"), new Uint8Array([1]), "image/png", "\u0001", "1"],
  ])("%s", async (_, body, value, type, text, length) => {
    await callOf(clientOf({ baseUrl: server.url }), { body, returns }, { body: value }, "POST").send();
    expect([sent("content-type"), server.requests[0]?.body, sent("content-length")]).toEqual([[type], text, [length]]);
  });

  it.each(["POST", "PUT", "PATCH"])("%s without a body says so", async (method) => {
    await callOf(clientOf({ baseUrl: server.url }), { body: jsonBody(optional(string)), returns }, {}, method).send();
    expect([sent("content-length"), sent("content-type"), server.requests[0]?.method]).toEqual([["0"], [], method]);
  });

  it.each(["GET", "DELETE"])("%s has neither", async (method) => {
    await callOf(clientOf({ baseUrl: server.url }), { returns }, {}, method).send();
    expect([sent("content-length"), sent("content-type")]).toEqual([[], []]);
  });

  it.each([textBody(), bytesBody()])("an absent body is not sent", async (body) => {
    await callOf(clientOf({ baseUrl: server.url }), { body, returns }, {}, "POST").send();
    expect([sent("content-length"), sent("content-type")]).toEqual([["0"], []]);
  });
});

describe("UA-1: user agent", () => {
  const agentOf = async (call: Call<unknown>): Promise<string[]> => {
    await call.send();
    return headerValues(server.requests.at(-1), "user-agent");
  };

  it("says API, version, platform and generator, then the caller's own", async () => {
    const about = `(${process.platform}; ${process.arch}; node/${process.versions.node}) heddle`;
    expect(await agentOf(callOf(clientOf({ baseUrl: server.url }), { returns }))).toEqual([`wacht-typescript/1.2.0 ${about}`]);
    expect(await agentOf(callOf(clientOf({ baseUrl: server.url, userAgent: "app/1.2" }), { returns }))).toEqual([
      `wacht-typescript/1.2.0 ${about} app/1.2`,
    ]);
  });

  it.each([
    [{ bun: "1.3.0", node: "24.0.0" }, "bun/1.3.0"],
    [{ deno: "2.9.6", node: "24.0.0" }, "deno/2.9.6"],
    [undefined, "unknown/unknown"],
  ])("knows a platform by its versions: %j is %s", async (versions, engine) => {
    const transport = answering(null, { status: 204 });
    vi.stubGlobal("process", { versions, env: {} });
    const client = clientOf({ transport });
    await callOf(client, { returns }).send();
    vi.unstubAllGlobals();
    expect(transport.requests[0]?.headers.get("user-agent")).toBe(`wacht-typescript/1.2.0 (unknown; unknown; ${engine}) heddle`);
  });

  it("replaces what a header cannot have, and says unknown for what is missing", async () => {
    const { version: _, ...rest } = service;
    expect((await agentOf(callOf(clientOf({ baseUrl: server.url }, { ...rest, name: "wächt" }), { returns })))[0]).toMatch(
      /^w_cht-typescript\/unknown \(/,
    );
  });
});

it("UA-2: headers that the schema gives are sent with every request", async () => {
  const client = clientOf({ baseUrl: server.url }, { ...service, headers: { "Wacht-Version": "v1" } });
  await request(client, "GET", "/x").send();
  expect(sent("wacht-version")).toEqual(["v1"]);
});

it("cookie parameters are joined and encoded", async () => {
  const params = { a: cookie(string), b: cookie(nullable(string)), c: cookie(string, { name: "C" }) };
  await callOf(clientOf({ baseUrl: server.url }), { params, returns }, { params: { a: "1; x", b: null, c: "é" } }).send();
  expect(sent("cookie")).toEqual(["a=1%3B%20x; C=%C3%A9"]);
});

describe("RETRY-1: a platform that repeats by itself", () => {
  const bodyOf = async (method: string, value: unknown): Promise<unknown> => {
    let sent: unknown;
    const send = (_: string, init: RequestInit): Promise<Response> => {
      sent = init.body;
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await callOf(clientOf({ fetch: send }), { body: jsonBody(optional(string)), returns }, { body: value }, method).send();
    return sent instanceof Blob ? { blob: await sent.text() } : sent;
  };

  it("is given a Blob where a repeat may do harm, which it sends once", async () => {
    vi.stubGlobal("process", { versions: { deno: "2.9.6" }, env: {} });
    const bodies = [await bodyOf("POST", "x"), await bodyOf("PATCH", "x"), await bodyOf("POST", undefined), await bodyOf("PUT", "x")];
    vi.unstubAllGlobals();
    expect(bodies).toEqual([{ blob: '"x"' }, { blob: '"x"' }, { blob: "" }, '"x"']);
    expect(await bodyOf("POST", "x")).toBe('"x"');
  });

  it.each([undefined, { env: {} }])("is known by its name, where `process` is %j", async (process) => {
    vi.stubGlobal("process", process);
    const body = await bodyOf("POST", "x");
    vi.unstubAllGlobals();
    expect(body).toBe('"x"');
  });
});
