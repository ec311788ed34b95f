import { describe, expect, it } from "vitest";
import {
  answerByMedia,
  bodyByMedia,
  bytesAnswer,
  bytesBody,
  DecodeError,
  form,
  InvalidArgumentError,
  int32,
  json,
  jsonBody,
  media,
  object,
  textBody,
  type BodyType,
  type FileInput,
} from "../../templates/typescript/runtime/index.js";
import { headerValues, reset, type RawRequest } from "../support/raw-server.js";
import { answering } from "./in-memory.js";
import { answer, callOf, clientOf, failureOf, withServer } from "./service.js";

const server = withServer();

async function sent(type: BodyType, body: unknown): Promise<RawRequest> {
  await callOf(clientOf({ baseUrl: server.url }), { body: type }, { body }, "POST").send();
  return server.requests.at(-1) as RawRequest;
}

describe("a body in one of several media types", () => {
  const Order = object<object>(() => ({ quantity: int32 }));
  const types = bodyByMedia({
    "application/json": jsonBody(Order),
    "application/x-www-form-urlencoded": form(Order),
    "text/csv": bytesBody("text/csv"),
  });

  it.each([
    [{ quantity: 3 }, "application/json", '{"quantity":3}'],
    [{ quantity: 3, contentType: "text/csv", body: "x" }, "application/json", '{"quantity":3,"contentType":"text/csv","body":"x"}'],
    [media("application/json", { quantity: 3 }), "application/json", '{"quantity":3}'],
    [media("application/x-www-form-urlencoded", { quantity: 3 }), "application/x-www-form-urlencoded", "quantity=3"],
    [media("text/csv", new Blob(["quantity"])), "text/csv", "quantity"],
  ])("%j", async (body, type, text) => {
    const request = await sent(types, body);
    expect([headerValues(request, "content-type"), request.body]).toEqual([[type], text]);
  });

  it.each(["text/html", "constructor"])("is refused in %s, which is none of them", async (type) => {
    const call = callOf(clientOf({ baseUrl: server.url }), { body: types }, { body: media(type, {}) }, "POST");
    expect((await failureOf(call, InvalidArgumentError)).violations).toEqual([
      { path: "body", rule: "must be application/json or application/x-www-form-urlencoded or text/csv" },
    ]);
  });

  it("is JSON of a type of its own, if so declared", async () => {
    const request = await sent(jsonBody(Order, "application/vnd.x+json"), { quantity: 3 });
    expect([headerValues(request, "content-type"), request.body]).toEqual([["application/vnd.x+json"], '{"quantity":3}']);
  });
});

describe("FILE-1, FILE-4: a body of bytes", () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode("hé");
    yield new TextEncoder().encode("llo");
  }

  it.each<readonly [string, () => FileInput, length: string | undefined]>([
    ["Uint8Array", () => new TextEncoder().encode("héllo"), "6"],
    ["ArrayBuffer", () => new TextEncoder().encode("héllo").buffer, "6"],
    ["Blob", () => new Blob(["héllo"], { type: "text/plain" }), "6"],
    ["ReadableStream", () => new Blob(["héllo"]).stream(), undefined],
    ["async iterable", pieces, undefined],
    ["stream of known length", () => ({ content: pieces(), size: 6 }), "6"],
    ["Response", () => new Response("héllo"), undefined],
  ])("%s", async (_, make, length) => {
    const request = await sent(bytesBody("image/png"), make());
    expect([request.body, headerValues(request, "content-type")]).toEqual(["héllo", ["image/png"]]);
    expect(headerValues(request, "content-length")).toEqual(length === undefined ? [] : [length]);
    expect(headerValues(request, "transfer-encoding")).toEqual(length === undefined ? ["chunked"] : []);
  });

  it("has the type that the caller names, else the declared one", async () => {
    const named = await sent(bytesBody(), { content: new Blob(["x"]), type: "image/gif" });
    expect(headerValues(named, "content-type")).toEqual(["image/gif"]);
    const unnamed = await sent(bytesBody(), new Blob(["x"], { type: "image/gif" }));
    expect(headerValues(unnamed, "content-type")).toEqual(["application/octet-stream"]);
  });

  it("may be absent, and is nothing else than a file", async () => {
    expect((await sent(bytesBody(), undefined)).body).toBe("");
    for (const body of ["text", 7, null, {}, { content: "text" }, [1]]) {
      const call = callOf(clientOf({ baseUrl: server.url }), { body: bytesBody() }, { body }, "POST");
      const { violations } = await failureOf(call, InvalidArgumentError);
      expect(violations.map(({ path, rule }) => [path, rule.startsWith("expected file, got ")])).toEqual([["body", true]]);
    }
  });

  it("is repeated if it is stored", async () => {
    server.replies = [reset, answer(204)];
    const clock = { now: () => 0, sleep: () => Promise.resolve() };
    const client = clientOf({ baseUrl: server.url, retry: 2, clock, timeout: { attempt: 0, total: 0 } });
    await callOf(client, { body: bytesBody() }, { body: new Blob(["x"]) }, "PUT").send();
    expect(server.requests.map(({ body }) => body)).toEqual(["x", "x"]);
  });
});

describe("an answer in one of several media types", () => {
  const reader = answerByMedia({
    "application/json": json(object<object>(() => ({ total: int32 }))),
    "text/csv": textBody("text/csv"),
    "application/pdf": bytesAnswer("application/pdf"),
  });

  function read(body: string, type: string | undefined): { send(): Promise<unknown>; accept(): string | null | undefined } {
    const transport = answering(new TextEncoder().encode(body), type ? { headers: { "content-type": type } } : {});
    const call = callOf(clientOf({ transport }), { returns: { 200: reader } });
    return { send: () => call.send(), accept: () => transport.requests[0]?.headers.get("accept") };
  }

  it("asks for all of them", async () => {
    const call = read("x", "text/csv");
    await call.send();
    expect(call.accept()).toBe("application/json, text/csv, application/pdf");
  });

  it.each([
    ['{"total":3}', "application/json; charset=utf-8", { total: 3 }],
    ['{"total":3}', "application/problem+json", { total: 3 }],
    ["total\n3", "Text/CSV ;header=present", "total\n3"],
    ["%P", "application/pdf", new Uint8Array([37, 80])],
  ])("%j as %s", async (body, type, value) => {
    expect(await read(body, type).send()).toEqual(value);
  });

  it.each(["text/html", "constructor", undefined])("%s is none of them", async (type) => {
    const error = await failureOf(read("<h1>", type), DecodeError);
    expect(error.expected).toBe("application/json");
  });

  it("is JSON of a type of its own, if so declared", async () => {
    const transport = answering(new TextEncoder().encode("7"), { headers: { "content-type": "text/x-json; v=1" } });
    expect(await callOf(clientOf({ transport }), { returns: { 200: json(int32, "text/x-json") } }).send()).toBe(7);
    expect(transport.requests[0]?.headers.get("accept")).toBe("text/x-json");
  });
});
