import { describe, expect, it } from "vitest";
import { hooks, json, string } from "../../templates/typescript/runtime/index.js";
import { openTelemetry } from "../../templates/typescript/runtime/telemetry/open-telemetry.js";
import { answering, jsonAnswer } from "./in-memory.js";
import { answer, callOf, clientOf, jsonReply, NotFoundError, sentinel, withServer } from "./service.js";

const server = withServer();

interface FakeSpan {
  readonly id: string;
  readonly name: string;
  readonly kind: number | undefined;
  readonly parent: string;
  readonly attributes: Record<string, string | number>;
  code: number | undefined;
  ended: number;
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(): void;
}

/** What a program's OpenTelemetry does, as far as a client can tell: spans, a context of the moment, and a propagator of W3C. */
function fakeTelemetry(active = "root") {
  const spans: FakeSpan[] = [];
  const api = {
    context: { active: () => ({ span: active }) },
    trace: {
      getTracer: () => ({
        startSpan(name: string, { kind, attributes = {} }: { kind?: number; attributes?: Record<string, string | number> }): FakeSpan {
          const span: FakeSpan = {
            id: `000000000000000${spans.length + 1}`,
            name,
            kind,
            parent: active,
            attributes: { ...attributes },
            code: undefined,
            ended: 0,
            setAttribute: (key, value) => (span.attributes[key] = value),
            setStatus: ({ code }) => (span.code = code),
            end: () => void span.ended++,
          };
          spans.push(span);
          return span;
        },
      }),
      setSpan: (_: { span: string }, span: FakeSpan) => ({ span: span.id }),
    },
    propagation: {
      inject({ span }: { span: string }, carrier: unknown) {
        Object.assign(carrier as object, { traceparent: `00-${"a".repeat(32)}-${span}-01`, tracestate: "shop=1" });
      },
    },
  };
  return { api, spans };
}

function traced(options: Parameters<typeof clientOf>[0] = {}) {
  const { api, spans } = fakeTelemetry();
  return { spans, client: clientOf({ baseUrl: server.url, hooks: hooks(openTelemetry(api)), ...options }) };
}

const header = (name: string): readonly (string | undefined)[] =>
  server.requests.map(({ headers }) => headers.find(([key]) => key.toLowerCase() === name)?.[1]);

describe("HOOK-4: OpenTelemetry", () => {
  it("makes a client span of a call, called after its template", async () => {
    const { client, spans } = traced();
    await callOf(client, {}, {}, "GET", "/things/all").send();
    const port = Number(new URL(server.url).port);
    expect(spans).toHaveLength(1);
    expect(spans[0]).toMatchObject({ name: "GET /things/all", kind: 2, parent: "root", code: undefined, ended: 1 });
    expect(spans[0]?.attributes).toEqual({
      "http.request.method": "GET",
      "url.template": "/things/all",
      "url.full": `${server.url}/things/all`,
      "server.address": "127.0.0.1",
      "server.port": port,
      "http.response.status_code": 200,
    });
  });

  it.each([
    ["http://localhost", 80],
    ["https://api.example", 443],
    ["https://api.example:8443/v1", 8443],
  ])("knows the port of %s", async (baseUrl, port) => {
    const { client, spans } = traced({ baseUrl, transport: answering(null, { status: 204 }) });
    await callOf(client, {}).send();
    expect(spans[0]?.attributes["server.port"]).toBe(port);
  });

  it("sends the span's context with each attempt", async () => {
    const { client } = traced({
      retry: 2,
      clock: { now: () => Date.now(), sleep: (ms) => (ms > 10_000 ? new Promise(() => {}) : Promise.resolve()) },
    });
    server.replies = [answer(503), answer(204)];
    await callOf(client, {}).send();
    expect(header("traceparent")).toEqual(Array.from({ length: 2 }, () => `00-${"a".repeat(32)}-0000000000000001-01`));
    expect(header("tracestate")).toEqual(["shop=1", "shop=1"]);
  });

  it("counts what was sent again", async () => {
    const { client, spans } = traced({
      retry: 3,
      clock: { now: () => Date.now(), sleep: (ms) => (ms > 10_000 ? new Promise(() => {}) : Promise.resolve()) },
    });
    server.replies = [answer(503), answer(503), answer(204)];
    await callOf(client, {}).send();
    expect(spans.map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([2]);
  });

  it("names the status of a failure", async () => {
    const { client, spans } = traced();
    server.replies = [jsonReply({ error: { message: `no ${sentinel}` } }, 404)];
    await expect(callOf(client, { errors: { 404: NotFoundError } }).send()).rejects.toBeInstanceOf(NotFoundError);
    expect(spans[0]).toMatchObject({ code: 2, ended: 1, attributes: { "http.response.status_code": 404, "error.type": "404" } });
    expect(JSON.stringify(spans)).not.toContain(sentinel);
  });

  it("names the kind of a failure behind a good status", async () => {
    const { client, spans } = traced({ transport: jsonAnswer("7") });
    await expect(callOf(client, { returns: { 200: json(string) } }).send()).rejects.toThrow("expected string");
    expect(spans[0]?.attributes).toMatchObject({ "http.response.status_code": 200, "error.type": "Decode" });
  });

  it("names the kind of a failure without an answer", async () => {
    const { client, spans } = traced();
    server.replies = [(socket) => socket.destroy()];
    await expect(callOf(client, {}).send()).rejects.toThrow("no response");
    expect(spans[0]).toMatchObject({ code: 2, ended: 1, attributes: { "error.type": "Transport" } });
    expect(spans[0]?.attributes).not.toHaveProperty("http.response.status_code");
  });

  it("ends a span for each of many calls at once, each under its own context", async () => {
    const { client, spans } = traced();
    await Promise.all(Array.from({ length: 20 }, () => callOf(client, {}).send()));
    expect(spans.map(({ ended }) => ended)).toEqual(Array.from({ length: 20 }, () => 1));
    expect(new Set(header("traceparent")).size).toBe(20);
  });

  it("ends the span of a call that is cancelled, or refused before it is sent", async () => {
    const { client, spans } = traced();
    await expect(callOf(client, {}).signal(AbortSignal.abort()).send()).rejects.toThrow("by the caller's signal");
    await expect(callOf(client, {}).header("x-bad", "a\nb").send()).rejects.toThrow("line breaks");
    expect(spans.map(({ ended, attributes }) => [ended, attributes["error.type"]])).toEqual([
      [1, "Cancelled"],
      [1, "InvalidArgument"],
    ]);
  });

  it("shows no credential of a query", async () => {
    const { client, spans } = traced({ baseUrl: server.url });
    await callOf(client, {})
      .options({ extraQuery: { api_token: "T0P", page: 2 } })
      .send();
    expect(spans[0]?.attributes["url.full"]).toBe(`${server.url}/things?api_token=***&page=2`);
  });

  it("keeps the call going where the program's telemetry fails", async () => {
    const { api } = fakeTelemetry();
    const broken = {
      ...api,
      trace: {
        ...api.trace,
        getTracer: () => ({
          startSpan: () => {
            throw new Error("no exporter");
          },
        }),
      },
    };
    const client = clientOf({ baseUrl: server.url, hooks: hooks(openTelemetry(broken)) });
    await expect(callOf(client, {}).send()).resolves.toBeUndefined();
  });
});
