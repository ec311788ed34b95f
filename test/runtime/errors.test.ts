import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  ClientError,
  firstOf,
  json,
  object,
  string,
  TransportError,
  UnexpectedStatusError,
  withRanges,
  type ErrorCases,
  type Service,
} from "../../templates/typescript/runtime/index.js";
import { answer, bytesThenClose, bytesThenStall } from "../support/raw-server.js";
import { failed, type Answer } from "./failed.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf, NotFoundError, RateLimitedError, ServerError, service, withServer } from "./service.js";

const server = withServer();

class ConflictError extends ApiError<409, { id: string }> {
  override get kind(): "Conflict" {
    return "Conflict";
  }
}

class DuplicateError extends ApiError<409> {
  override get kind(): "Duplicate" {
    return "Duplicate";
  }
}

const body = (message: string, code?: string): string => JSON.stringify({ error: { message, code } });

describe("ERR-1: which error a status is", () => {
  it.each([
    [404, NotFoundError, "NotFound", "NotFoundError"],
    [429, RateLimitedError, "RateLimited", "RateLimitedError"],
    [500, ServerError, "ServerError", "ServerError"],
    [599, ServerError, "ServerError", "ServerError"],
    [418, UnexpectedStatusError, "UnexpectedStatus", "UnexpectedStatusError"],
    [302, UnexpectedStatusError, "UnexpectedStatus", "UnexpectedStatusError"],
  ])("%d", async (status, Class, kind, name) => {
    const error = await failed({ status });
    expect([error.constructor, error.kind, error.name, error.status]).toEqual([Class, kind, name, status]);
  });

  it("an error of the service that the operation does not declare keeps its name", async () => {
    const error = (await failed({ status: 409, text: body("Taken") })) as UnexpectedStatusError;
    expect([error.kind, error.errorName, error.message]).toEqual([
      "UnexpectedStatus",
      "Conflict",
      "things.test: 409 UnexpectedStatus Conflict: Taken",
    ]);
  });

  it("a range's name, too", async () => {
    const none: ErrorCases = { "5xx": undefined as never };
    expect(((await failed({ status: 503, errors: none })) as UnexpectedStatusError).errorName).toBe("ServerError");
    expect(((await failed({ status: 418 })) as UnexpectedStatusError).errorName).toBeUndefined();
  });

  it("the exact status beats the range, also where only the service knows it", async () => {
    const of: Service = { ...service, errors: { ...service.errors, names: { 503: "Maintenance", "5xx": "ServerError" } } };
    expect((await failed({ status: 503, errors: { 503: NotFoundError } })).kind).toBe("NotFound");
    expect(await failed({ status: 503, of })).toMatchObject({ kind: "UnexpectedStatus", errorName: "Maintenance" });
    expect((await failed({ status: 502, of })).kind).toBe("ServerError");
  });

  it("ranges that are no whole hundred have all their statuses, but for one that is named", async () => {
    const errors = withRanges<ErrorCases[string]>({ 452: DuplicateError, "5xx": ServerError }, [451, 453, ConflictError]);
    const classes = [450, 451, 452, 453, 454].map(async (status) => (await failed({ status, errors })).constructor);
    expect(await Promise.all(classes)).toEqual([
      UnexpectedStatusError,
      ConflictError,
      DuplicateError,
      ConflictError,
      UnexpectedStatusError,
    ]);
  });

  it("several errors of one status are told apart by the body", async () => {
    const errors = {
      409: firstOf({ type: DuplicateError, when: { path: "error.code", equals: "duplicate" } }, { type: ConflictError }),
    };
    expect((await failed({ status: 409, text: body("x", "duplicate"), errors })).kind).toBe("Duplicate");
    expect((await failed({ status: 409, text: body("x", "other"), errors })).kind).toBe("Conflict");
    expect((await failed({ status: 409, errors: { 409: firstOf({ type: DuplicateError, when: { path: "a", equals: 1 } }) } })).kind).toBe(
      "UnexpectedStatus",
    );
  });

  it("a service that declares no errors has one kind for all", async () => {
    const { errors: _, ...of } = service;
    expect(await failed({ status: 418, text: '{"message":"x"}', of })).toMatchObject({
      kind: "UnexpectedStatus",
      detail: "Reason (application/json, 15 B)",
    });
  });
});

describe("ERR-2: message, code and bodies", () => {
  it("reads message and code where the schema says, numbers too", async () => {
    const error = (await failed({ status: 404, text: body("Agent not found", "agent_not_found") })) as NotFoundError;
    expect([error.detail, error.code, error.body, error.rawBody]).toEqual([
      "Agent not found",
      "agent_not_found",
      { error: { message: "Agent not found", code: "agent_not_found" } },
      error.rawBody,
    ]);
    expect(await failed({ status: 404, text: '{"errors":[{"message":"Server form","code":404}]}' })).toMatchObject({
      detail: "Server form",
      code: "404",
    });
    expect(await failed({ status: 404, text: '{"error":{"message":{},"code":true},"message":"Third"}' })).toMatchObject({
      detail: "Third",
      code: undefined,
      body: undefined,
    });
  });

  it("a body of another type is no second error", async () => {
    const error = await failed({ status: 404, text: '{"error":"flat"}' });
    expect([error.kind, error.body, error.rawBody]).toEqual(["NotFound", undefined, '{"error":"flat"}']);
  });

  it("an error can have a body type of its own", async () => {
    const errors = { 409: { type: ConflictError, body: object(() => ({ id: string })) } };
    const error = (await failed({ status: 409, text: '{"id":"c1","more":1}', errors })) as ConflictError;
    expect(error.body).toEqual({ id: "c1", more: 1 });
  });

  it.each<[string, Answer, string]>([
    ["text", { status: 500, text: "Out of\r\n\torder", type: "text/plain" }, "Out of order"],
    ["text, its start", { status: 500, text: "x".repeat(300), type: "text/plain" }, "x".repeat(200)],
    ["text that is said to be JSON", { status: 500, text: "oops" }, "oops"],
    [
      "HTML",
      { status: 502, statusText: "Bad Gateway", text: `<h1>${"x".repeat(1230)}</h1>`, type: "text/html; charset=utf-8" },
      "Bad Gateway (text/html, 1.2 kB)",
    ],
    [
      "HTML by its look",
      { status: 502, statusText: "Bad Gateway", text: " <h1>oops</h1>", type: "text/plain" },
      "Bad Gateway (text/plain, 14 B)",
    ],
    ["XML", { status: 502, text: "oops", type: "application/xml" }, "Reason (application/xml, 4 B)"],
    ["999 bytes", { status: 502, text: "<".padEnd(999), type: "a/b" }, "Reason (a/b, 999 B)"],
    ["1000 bytes", { status: 502, text: "<".padEnd(1000), type: "a/b" }, "Reason (a/b, 1.0 kB)"],
    [
      "the length the service says",
      { status: 502, text: "<", headers: { "content-length": "70000" } },
      "Reason (application/json, 70.0 kB)",
    ],
    ["JSON without a message", { status: 404, text: '{"x":1}' }, "Reason (application/json, 7 B)"],
    ["an empty message", { status: 404, text: body("") }, "Reason (application/json, 24 B)"],
    ["no body", { status: 404 }, "Reason"],
    ["nothing at all", { status: 404, statusText: "" }, "no reason given"],
    ["blank text", { status: 404, text: " \n", type: "text/plain" }, "Reason (text/plain, 2 B)"],
    ["control characters", { status: 404, text: body("a\u0000\u001b[31mb\u2028c") }, "a [31mb c"],
  ])("%s", async (_, given, detail) => {
    const error = await failed(given);
    expect([error.detail, error.message]).toEqual([detail, `things.test: ${given.status} ${error.kind}: ${detail}`]);
  });

  it("a body without a media type", async () => {
    const transport = answering(new TextEncoder().encode("<x>"), { status: 500, statusText: "R" });
    expect((await failureOf(callOf(clientOf({ transport }), {}), ApiError)).detail).toBe("R (no media type, 3 B)");
  });

  it("keeps 65,536 characters of a body, and closes what follows", async () => {
    server.replies = [answer(500, "é".repeat(70_000), { "content-type": "text/plain" })];
    const error = await failureOf(callOf(clientOf({ baseUrl: server.url }), {}), ApiError);
    expect([error.rawBody.length, error.rawBody.replace(/é/g, "")]).toEqual([65_536, ""]);
    server.replies = [bytesThenStall(`HTTP/1.1 500 X\r\ncontent-length: 999999\r\n\r\n${"x".repeat(65_536)}`)];
    expect((await failureOf(callOf(clientOf({ baseUrl: server.url }), {}), ApiError)).rawBody).toHaveLength(65_536);
  });

  it("keeps the status where the body cannot be read", async () => {
    server.replies = [bytesThenClose("HTTP/1.1 503 Away\r\ncontent-length: 100\r\ncontent-type: text/plain\r\n\r\nhalf")];
    const error = await failureOf(callOf(clientOf({ baseUrl: server.url }), {}), ApiError);
    expect([error.status, error.rawBody, error.message]).toEqual([503, "half", "things.test: 503 UnexpectedStatus ServerError: half"]);
  });

  it("reads a deeply nested body as text", async () => {
    const text = `{"message":"x","deep":${"[".repeat(200)}${"]".repeat(200)}}`;
    expect((await failed({ status: 404, text })).body).toBeUndefined();
  });
});

describe("ERR-3, ERR-5: request id and text", () => {
  it("takes the first declared header that is there", async () => {
    expect((await failed({ status: 404, headers: { "request-id": "b", "x-request-id": "a" } })).requestId).toBe("a");
    expect((await failed({ status: 404, headers: { "request-id": "b" } })).requestId).toBe("b");
    expect((await failed({ status: 404 })).requestId).toBeUndefined();
  });

  it("is one line with code and request", async () => {
    const error = await failed({ status: 404, text: body("Agent\nnot found", "agent_not_found"), headers: { "x-request-id": "req_9" } });
    expect(error.message).toBe("things.test: 404 NotFound: Agent not found (code agent_not_found, request req_9)");
    expect(String(error)).toBe(`NotFoundError: ${error.message}`);
    expect(error.stack?.startsWith(`NotFoundError: ${error.message}\n`)).toBe(true);
  });

  it("names the code or the request alone", async () => {
    expect((await failed({ status: 404, text: body("x", "c") })).message).toBe("things.test: 404 NotFound: x (code c)");
    expect((await failed({ status: 404, text: body("x"), headers: { "request-id": "r" } })).message).toBe(
      "things.test: 404 NotFound: x (request r)",
    );
  });

  it("prints its text, and neither headers nor bodies", async () => {
    const error = await failed({ status: 404, text: body("x"), headers: { "set-cookie": "s=1", "x-a": "header value" } });
    expect(inspect(error)).not.toMatch(/header value|rawBody|set-cookie/);
    expect(JSON.stringify(error)).toBe("{}");
    expect(error.headers.get("x-a")).toBe("header value");
    expect([error.attempts, error.elapsed]).toEqual([1, 0]);
  });

  it("every error is an Error, a ClientError, and of its group", async () => {
    const error = await failed({ status: 404 });
    expect([error instanceof Error, error instanceof ClientError, error instanceof ApiError, error instanceof TransportError]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

it("ERR-7: a mismatch of a successful answer carries the response", async () => {
  const transport = answering("7", { status: 201, headers: { "content-type": "application/json", "x-request-id": "r1" } });
  const result = await callOf(clientOf({ transport }), { returns: { 200: json(string) } }).result();
  expect(result).toMatchObject({ ok: false, error: { kind: "Decode", status: 201, requestId: "r1", rawBody: "7", attempts: 1 } });
  expect(!result.ok && result.error.message).toBe("things.test: 201 Decode: $ expected string, got 7 (request r1)");
});
