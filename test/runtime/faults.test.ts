import { getEventListeners, setMaxListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { json, nothing, string, TransportError, isRetryable, type Reader } from "../../templates/typescript/runtime/index.js";
import { answer, bytesThenClose, json as jsonReply, rawServer, reset, slowly, stall, type Reply } from "../support/raw-server.js";
import { callOf, clientOf, failureOf, sentinel, withServer } from "./service.js";

const server = withServer();
const returns: Record<number, Reader<string>> = { 200: json(string) };
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

const failed = (reply: Reply, method = "GET"): Promise<TransportError> => {
  server.replies = [reply];
  return failureOf(callOf(clientOf({ baseUrl: server.url }), { returns }, {}, method), TransportError);
};

describe("transport failures", () => {
  it.each<[string, Reply, string, string]>([
    ["reset", reset, "response", "no response (ECONNRESET)"],
    ["close before headers", bytesThenClose(""), "response", "no response (UND_ERR_SOCKET)"],
    ["close in the headers", bytesThenClose("HTTP/1.1 200 O"), "response", "no response (UND_ERR_SOCKET)"],
    ["garbage", bytesThenClose("SSH-2.0-x\r\n\r\n"), "response", "no response (HPE_INVALID_CONSTANT)"],
    [
      "a body short of its length",
      bytesThenClose(`${head}content-length: 30\r\n\r\n"half`),
      "body",
      "the response was cut (UND_ERR_SOCKET)",
    ],
    [
      "chunks without an end",
      bytesThenClose(`${head}transfer-encoding: chunked\r\n\r\n3\r\n"x"\r\n`),
      "body",
      "the response was cut (UND_ERR_SOCKET)",
    ],
  ])("%s", async (_, reply, phase, words) => {
    const error = await failed(reply);
    expect([error.phase, error.message, error.kind, error.name]).toEqual([
      phase,
      `things.test: Transport: ${words}`,
      "Transport",
      "TransportError",
    ]);
    expect([error.mayHaveBeenProcessed, error.attempts, error.retryable]).toEqual([true, 1, true]);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("a POST may have been processed, so it is not retryable", async () => {
    const error = await failed(reset, "POST");
    expect([error.retryable, isRetryable(error)]).toEqual([false, false]);
  });

  it("refused: nothing was sent", async () => {
    const gone = await rawServer();
    await gone.close();
    const error = await failureOf(callOf(clientOf({ baseUrl: gone.url }), { returns }, {}, "POST"), TransportError);
    expect([error.phase, error.code, error.mayHaveBeenProcessed, isRetryable(error)]).toEqual(["connect", "ECONNREFUSED", false, true]);
    expect(error.message).toBe("things.test: Transport: no connection (ECONNREFUSED)");
  });

  it.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
  ])("%s: nothing was sent", async (code) => {
    const transport = (): Promise<Response> =>
      Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) }));
    expect((await failureOf(callOf(clientOf({ transport }), {}), TransportError)).phase).toBe("connect");
  });

  it.each<[string, unknown, string, string]>([
    ["another code", Object.assign(new Error("x"), { code: "EPIPE" }), "response", "no response (EPIPE)"],
    [
      "a code that only contains one of those",
      Object.assign(new Error("x"), { code: "XENOTFOUND" }),
      "response",
      "no response (XENOTFOUND)",
    ],
    ["a numeric code", Object.assign(new Error("x"), { code: 7 }), "unknown", "the request failed (x)"],
    ["no code, as in a browser", new TypeError("Failed to fetch"), "unknown", "the request failed (Failed to fetch)"],
    ["a text instead of an error", "no network\n today", "unknown", "the request failed (no network today)"],
    [
      "Deno's words, without the query",
      new TypeError("fetch failed", {
        cause: new Error("error sending request for url (https://h/?key=1): client error (Connect): dns error"),
      }),
      "connect",
      "no connection (error sending request for url (https://h/): client error (Connect): dns error)",
    ],
    ["a long text", new Error("x".repeat(1000)), "unknown", `the request failed (${"x".repeat(200)})`],
    ["no error at all", undefined, "unknown", "the request failed"],
  ])("%s", async (_, cause, phase, words) => {
    const transport = (): Promise<Response> => Promise.reject(cause);
    const error = await failureOf(callOf(clientOf({ transport }), {}), TransportError);
    expect([error.phase, error.message, error.cause]).toEqual([phase, `things.test: Transport: ${words}`, cause]);
  });
});

it("SEC-1: a cause that holds a credential is shown as its words", async () => {
  const causeOf = async (cause: Error): Promise<unknown> => {
    const transport = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
    return (await failureOf(callOf(clientOf({ transport }), {}), TransportError)).cause;
  };
  const harmless = await causeOf(Object.assign(new Error("x"), { rawPacket: "HTTP/1.1 200", bytesParsed: 7 }));
  expect(harmless).toMatchObject({ message: "fetch failed", cause: { bytesParsed: 7 } });
  const holding = await causeOf(Object.assign(new Error("x"), { rawPacket: `HTTP/1.1 200 ${sentinel}` }));
  expect(holding).toEqual(new Error("TypeError: fetch failed; Error: x"));
});

describe("CONN-2: connections", () => {
  it("an answer leaves its connection to the next call", async () => {
    const own = await rawServer();
    const replies = [jsonReply("x"), answer(500, "{}"), answer(200, "<html>", { "content-type": "text/html" }), answer(204)];
    own.replies = Array.from({ length: 16 }, (_, index) => replies[index % 4] as Reply);
    const client = clientOf({ baseUrl: own.url });
    for (let index = 0; index < 16; index++) await callOf(client, { returns: { ...returns, 204: nothing as never } }).result();
    // Node's fetch may give a connection back a moment after the body's end.
    expect(new Set(own.requests.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
    await own.close();
  });

  it("a dropped body is drained", async () => {
    const own = await rawServer();
    own.replies = [answer(200, "x".repeat(500_000))];
    const client = clientOf({ baseUrl: own.url });
    for (let index = 0; index < 8; index++) await callOf(client, { returns: { 200: nothing } }).send();
    expect(new Set(own.requests.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
    await own.close();
  });

  it("1,000 failing calls, repeated or not, leave no open socket, timer or listener (CANCEL-4)", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const own = await rawServer();
    const faults: Reply[] = [
      reset,
      bytesThenClose(""),
      bytesThenClose(`${head}content-length: 30\r\n\r\n"half`),
      bytesThenClose("garbage\r\n\r\n"),
      answer(500, "x".repeat(100_000)),
      answer(404, "{}"),
      answer(200, "<html>"),
      stall,
      slowly([head, "content-length: 3\r\n\r\n", "{", "}"], 5),
    ];
    own.replies = Array.from({ length: 1_000 }, (_, index) => faults[index % faults.length] as Reply);
    const client = clientOf({ baseUrl: own.url, timeout: 250, retry: { attempts: 2, backoff: [2, 2] } });
    let failures = 0;
    const worker = async (): Promise<void> => {
      for (let index = 0; index < 50; index++) {
        const result = await callOf(client, { returns }, {}, "POST").signal(signal).result();
        if (!result.ok) failures++;
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect(failures).toBe(1_000);
    expect(own.requests.length).toBeGreaterThan(900);
    await vi.waitFor(() => expect(own.openSockets()).toBeLessThanOrEqual(20), 5_000);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    // Node's fetch keeps timers of its own for idle connections.
    await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(before + 3), 5_000);
    own.replies = [answer(204)];
    await own.close();
  });
});
