import { describe, expect, it } from "vitest";
import {
  asJson,
  Client,
  constrained,
  decimal,
  decimalRange,
  deep,
  form,
  hooks,
  int32,
  jsonBody,
  jsonValue,
  map,
  multipart,
  nothing,
  object,
  query,
  segment,
  segments,
  sse,
  string,
  asText,
  bytes,
  toCurl,
  type BaseOptions,
  type CallInput,
  type HttpRequest,
  type OperationSpec,
  reconnecting,
} from "../../templates/typescript/runtime/index.js";
import { EventCall } from "../../templates/typescript/runtime/stream/stream-call.js";
import { systemClock } from "../../templates/typescript/runtime/http/clock.js";
import { fakeClock } from "../../templates/typescript/runtime/testing/index.js";
import { answering, decode } from "./in-memory.js";
import { callOf, clientOf, operationOf, sentinel, service } from "./service.js";

const returns = { 204: nothing };
const secretive = { ...service, secrets: ["pin"] };

/** Everything that is shown of a call: log lines, URLs of events, a command. */
async function shown(spec: Partial<OperationSpec<unknown>>, input: CallInput, path?: string): Promise<string> {
  const kept: string[] = [];
  const line = (text: string): void => void kept.push(text);
  const transport = answering(null, { status: 204 });
  const client = new Client(secretive, {
    apiKey: sentinel,
    env: {},
    transport,
    hooks: hooks({
      logger: { error: line, warn: line, info: line, debug: line },
      logLevel: "debug",
      observers: [{ callStart: ({ url }) => line(url), callEnd: ({ url }) => line(url) }],
    }),
  } as BaseOptions);
  const call = callOf(client, { returns, ...spec }, input, "POST", path);
  kept.push(`${await toCurl(call)}`);
  await call.send();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return kept.join("\n");
}

describe("SEC-2: what the schema calls secret is shown nowhere", () => {
  const pin = object(() => ({ pin: string, note: string }));
  const value = { pin: "hide-this", note: "show-this" };

  it("in a form", async () => {
    const text = await shown({ body: form(object(() => ({ pin: string, note: string, in: pin }))) }, { body: { ...value, in: value } });
    expect(text).toContain("show-this");
    expect(text).not.toContain("hide-this");
  });

  it.each([
    ["an object in the query", deep],
    ["JSON in the query", asJson],
  ])("in %s", async (_, style) => {
    const text = await shown({ params: { filter: query(pin, { style }) } }, { params: { filter: value } });
    expect(text).toContain("show-this");
    expect(text).not.toContain("hide-this");
  });

  it("in the path", async () => {
    const path = { pin: segment(string), note: segments(string) };
    const text = await shown({ path }, { path: { pin: "hide/this", note: "show/this" } }, "/a/{pin}/b/{note}");
    expect(text).toContain("/a/***/b/show/this");
    expect(text).not.toMatch(/hide(%2F|\/)this/);
  });

  it.each([
    ["a text with quotes", 'hide-this"hide-this, } hide-this'],
    ["a list", ["hide-this", ["hide-this]"], "hide-this"]],
    ["an object", { a: "hide-this}", b: { c: ["hide-this"] }, d: "hide-this" }],
  ])("in JSON, as %s", async (_, secret) => {
    const text = await shown({ body: jsonBody(jsonValue) }, { body: [{ pin: secret, note: "show-this" }, { pin: secret }] });
    expect(text).toContain('[{"pin":"***","note":"show-this"},{"pin":"***"}]');
    expect(text).not.toContain("hide-this");
  });
});

describe("names from outside that mean something to JavaScript", () => {
  it("are members like any other", async () => {
    const decoded = await decode(map(int32), '{"__proto__": 1, "constructor": 2, "toString": 3}');
    expect(Object.entries(decoded)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
      ["toString", 3],
    ]);
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("do not reach the prototype of an object that is read, or sent", async () => {
    const type = object<{ name: string }>(() => ({ name: string }));
    const decoded = await decode(type, '{"name": "a", "__proto__": {"polluted": true}}');
    expect((decoded as { polluted?: unknown }).polluted).toBeUndefined();
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport }), { returns, body: jsonBody(type) }, { body: decoded }, "POST").send();
    expect(transport.requests[0]?.body).toBe('{"name":"a","__proto__":{"polluted":true}}');
  });
});

describe("parts of a body", () => {
  it("cannot be ended by names, file names or types", async () => {
    const transport = answering(null, { status: 204 });
    const type = object<Record<string, unknown>>(() => ({ file: bytes, 'a"b\r\nx': string }));
    const body = { file: { content: new Uint8Array([1]), name: 'x"; name="y\r\n\r\nz', type: "text/plain" }, 'a"b\r\nx': "v" };
    await callOf(clientOf({ transport }), { returns, body: multipart(type) }, { body }, "POST").send();
    const text = await new Response(transport.requests[0]?.body as Blob).text();
    expect(text.split("\r\n").filter((line) => line.startsWith("Content-"))).toEqual([
      'Content-Disposition: form-data; name="file"; filename="x%22; name=%22y%0D%0A%0D%0Az"',
      "Content-Type: text/plain",
      'Content-Disposition: form-data; name="a%22b%0D%0Ax"',
    ]);
    const typed = { ...body, file: { ...body.file, type: "text/plain\r\nX: y" } };
    await expect(callOf(clientOf({ transport }), { returns, body: multipart(type) }, { body: typed }, "POST").send()).rejects.toThrow(
      "body.file must have a media type",
    );
  });
});

describe("SSE-14: what a stream says about going on", () => {
  /** Two connections: one that says `text` and breaks, one that says that it is over. */
  async function resumed(text: string): Promise<{ readonly requests: HttpRequest[]; readonly slept: readonly number[] }> {
    const requests: HttpRequest[] = [];
    const clock = fakeClock();
    const transport = (request: HttpRequest): Promise<Response> => {
      requests.push(request);
      return Promise.resolve(
        requests.length === 1
          ? new Response(text, { headers: { "content-type": "text/event-stream" } })
          : new Response(null, { status: 204 }),
      );
    };
    const stream = sse(asText, { resume: reconnecting });
    const call = new EventCall<string>(clientOf({ transport, clock }), operationOf({ returns: {}, stream }));
    const events: string[] = [];
    for await (const event of call.stream()) events.push(event);
    expect(events).toEqual(["a"]);
    return { requests, slept: clock.slept };
  }

  it("an id goes back as it came", async () => {
    const { requests } = await resumed('id: a "b"; c\ndata: a\n\n');
    expect(requests[1]?.headers.get("last-event-id")).toBe('a "b"; c');
  });

  it.each(["é🧵", "a\u0001b"])("with an id that no header can carry, the stream ends: %j", async (id) => {
    expect((await resumed(`id: ${id}\ndata: a\n\n`)).requests).toHaveLength(1);
  });

  it("a wait without end is no wait of nothing", async () => {
    const { slept } = await resumed("retry: 99999999999\ndata: a\n\n");
    expect(slept).toEqual([99_999_999_999]);
    const ended = new AbortController();
    const wait = systemClock.sleep(99_999_999_999, ended.signal);
    const first = await Promise.race([wait, new Promise((resolve) => setTimeout(resolve, 30, "still waits"))]);
    ended.abort();
    await wait.catch(() => undefined);
    expect(first).toBe("still waits");
  });
});

describe("texts made to take long", () => {
  it("base64 that very many signs of padding do not end is refused at once", async () => {
    const began = performance.now();
    await expect(decode(bytes, `"${"=".repeat(200_000)}x"`)).rejects.toThrow("expected base64");
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("a decimal of very many zeros is compared at once", async () => {
    const transport = answering(null, { status: 204 });
    const type = constrained(decimal, decimalRange("1", "2"));
    const began = performance.now();
    for (const text of [`${"0".repeat(20_000)}x`, `1.${"0".repeat(20_000)}1`, `${"0".repeat(20_000)}1`])
      await callOf(clientOf({ transport }), { returns, body: jsonBody(type) }, { body: text }, "POST").result();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
