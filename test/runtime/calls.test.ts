import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  basic,
  Call,
  custom,
  DecodeError,
  InvalidArgumentError,
  json,
  jsonBody,
  list,
  map,
  nothing,
  object,
  optional,
  queryAuth,
  query,
  request,
  start,
  string,
  textBody,
  TransportError,
  UnexpectedStatusError,
  withField,
  withParam,
  type Client,
  type Transport,
} from "../../templates/typescript/runtime/index.js";
import { answer, headerValues, json as jsonReply } from "../support/raw-server.js";
import { answering, jsonAnswer } from "./in-memory.js";
import { callOf, clientOf, failureOf, NotFoundError, operationOf, sentinel, service, withServer } from "./service.js";

const server = withServer();

class ThingsBuilder extends Call<string[]> {
  limit(value: string): this {
    return withParam(this, "limit", value);
  }
  title(value: string): this {
    return withField(this, "title", value);
  }
}

const listing = operationOf<string[]>({
  params: { limit: query(optional(string)), offset: query(optional(string)) },
  body: jsonBody(optional(map(string))),
  returns: { 200: json(list(string)) },
});
const things = (client: Client, params = {}): ThingsBuilder => new ThingsBuilder(client, listing, { params });

describe("builders", () => {
  it("setters give new builders of the same class and leave the old ones alone", async () => {
    const transport = jsonAnswer("[]");
    const first = things(clientOf({ transport }), { offset: "5" });
    const second = first.limit("1");
    const third = second.limit("2").timeout(50).header("x-a", "1");
    expect([second, third].map((each) => each instanceof ThingsBuilder)).toEqual([true, true]);
    for (const each of [first, second, third]) await each.send();
    expect(transport.requests.map(({ url }) => new URL(url).search)).toEqual(["?offset=5", "?limit=1&offset=5", "?limit=2&offset=5"]);
    expect(transport.requests.map(({ headers }) => headers.get("x-a"))).toEqual([null, null, "1"]);
  });

  it("setters of body fields add to the body", async () => {
    const transport = jsonAnswer("[]");
    const base = new ThingsBuilder(clientOf({ transport }), { ...listing, method: "POST" }, { body: { a: "1" } });
    await base.title("x").title("y").send();
    await new ThingsBuilder(clientOf({ transport }), { ...listing, method: "POST" }).title("z").send();
    expect(transport.requests.map(({ body }) => body)).toEqual(['{"a":"1","title":"y"}', '{"title":"z"}']);
  });

  it("are not thenable and send nothing by themselves", async () => {
    const transport = jsonAnswer("[]");
    const call = await things(clientOf({ transport })).limit("1");
    expect(call).toBeInstanceOf(ThingsBuilder);
    expect(transport.requests).toHaveLength(0);
  });

  it("options merge, headers one by one", async () => {
    const transport = jsonAnswer("[]");
    await things(clientOf({ transport }))
      .options({ headers: { a: "1", b: "1" }, extraQuery: { x: 1 } })
      .options({ headers: { b: "2" } })
      .send();
    const [sent] = transport.requests;
    expect([sent?.headers.get("a"), sent?.headers.get("b"), new URL(`${sent?.url}`).search]).toEqual(["1", "2", "?x=1"]);
  });
});

describe("result()", () => {
  it("is a value or one of the errors", async () => {
    expect(await things(clientOf({ transport: jsonAnswer('["a"]') })).result()).toEqual({ ok: true, value: ["a"] });
    const result = await things(clientOf({ transport: jsonAnswer("{}") })).result();
    expect(!result.ok && result.error instanceof DecodeError).toBe(true);
  });

  it("lets a bug through", async () => {
    const bug = new RangeError("bug");
    const broken = {
      ...listing,
      spec: () => {
        throw bug;
      },
    };
    await expect(new Call(clientOf(), broken).result()).rejects.toBe(bug);
  });
});

describe("direct calls", () => {
  it("begin at once, and give value or result", async () => {
    const transport = jsonAnswer('["a"]');
    const call = start(things(clientOf({ transport })));
    expect(await call).toEqual(["a"]);
    expect(await call.result()).toEqual({ ok: true, value: ["a"] });
    expect(transport.requests).toHaveLength(1);
  });

  it("reject with the error; asking for the result handles it", async () => {
    await expect(start(things(clientOf({ transport: answering(null, { status: 418 }) })))).rejects.toBeInstanceOf(UnexpectedStatusError);
    const handled: unknown[] = [];
    process.on("unhandledRejection", (reason) => handled.push(reason));
    expect(await start(things(clientOf({ transport: answering(null, { status: 418 }) }))).result()).toMatchObject({ ok: false });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(handled).toEqual([]);
  });
});

describe("RAW-1: with the response", () => {
  it("withResponse gives value, status, headers, request id, attempts and time", async () => {
    let now = 100;
    const transport: Transport = () => {
      now += 7;
      return Promise.resolve(new Response('["a"]', { status: 201, headers: { "content-type": "application/json", "x-request-id": "r1" } }));
    };
    const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };
    const { headers, ...rest } = await things(clientOf({ transport, clock })).withResponse().send();
    expect(rest).toEqual({ value: ["a"], status: 201, requestId: "r1", attempts: 1, elapsed: 7 });
    expect(headers.get("x-request-id")).toBe("r1");
  });

  it("keeps what was set before, and can be set further", async () => {
    const transport = jsonAnswer("[]");
    await things(clientOf({ transport })).limit("3").header("x-a", "1").withResponse().header("x-b", "2").send();
    const [sent] = transport.requests;
    expect([new URL(`${sent?.url}`).search, sent?.headers.get("x-a"), sent?.headers.get("x-b")]).toEqual(["?limit=3", "1", "2"]);
  });

  it("asResponse gives the body unread, whatever it is", async () => {
    server.replies = [answer(200, "<html>", { "content-type": "text/html", "request-id": "r" })];
    const raw = await things(clientOf({ baseUrl: server.url }))
      .asResponse()
      .send();
    expect([raw.status, raw.requestId, raw.attempts, raw.response.status, raw.response.bodyUsed]).toEqual([200, "r", 1, 200, false]);
    expect(await raw.response.text()).toBe("<html>");
    server.replies = [answer(204)];
    expect(
      (
        await things(clientOf({ baseUrl: server.url }))
          .asResponse()
          .send()
      ).response.body,
    ).toBeNull();
  });

  it("asResponse fails like any call", async () => {
    const call = callOf(clientOf({ transport: answering(null, { status: 404 }) }), { errors: { 404: NotFoundError } }).asResponse();
    expect(await call.result()).toMatchObject({ ok: false, error: { kind: "NotFound" } });
  });
});

describe("RAW-2: any path", () => {
  it("sends method, query and JSON with credentials, and parses JSON", async () => {
    server.replies = [jsonReply({ a: [1] })];
    const call = request(clientOf({ baseUrl: server.url }), "POST", "/new-thing?x=1", {
      query: { y: ["a b", 2] },
      body: { b: null },
      headers: { "x-a": "1" },
    });
    expect(await call.send()).toEqual({ a: [1] });
    const [sent] = server.requests;
    expect([sent?.method, sent?.target, sent?.body]).toEqual(["POST", "/new-thing?x=1&y=a%20b&y=2", '{"b":null}']);
    expect([headerValues(sent, "authorization"), headerValues(sent, "x-a")]).toEqual([[`Bearer ${sentinel}`], ["1"]]);
  });

  it("gives text as it is and nothing for nothing", async () => {
    expect(await request(clientOf({ transport: answering("plain") }), "GET", "/x").send()).toBe("plain");
    expect(await request(clientOf({ transport: answering(null, { status: 204 }) }), "GET", "/x").send()).toBeUndefined();
    expect(await request(clientOf({ transport: jsonAnswer("") }), "GET", "/x").send()).toBeUndefined();
    expect(await request(clientOf({ transport: jsonAnswer("null") }), "GET", "/x").send()).toBeNull();
  });

  it("names the method and the path in errors, without the query", async () => {
    const client = clientOf({ transport: answering(null, { status: 404, statusText: "Not Found" }) });
    const error = await failureOf(request(client, "GET", "/x?secret=1"), UnexpectedStatusError);
    expect(error.message).toBe("GET /x: 404 UnexpectedStatus NotFound: Not Found");
    expect(await request(client, "GET", "/x", { errors: { 404: NotFoundError } }).result()).toMatchObject({ error: { kind: "NotFound" } });
  });

  it.each(["x", "", "https://other.test/"])("refuses the path %j", async (path) => {
    const error = await failureOf(request(clientOf(), "GET", path), InvalidArgumentError);
    expect(error.violations).toEqual([{ path: "path", rule: 'must begin with "/"' }]);
  });

  it("merges query and extraQuery", async () => {
    const transport = answering("x");
    await request(clientOf({ transport }), "GET", "/x", { query: { a: 1 }, extraQuery: { b: 2 } }).send();
    expect(transport.requests[0]?.url).toBe("https://api.wacht.dev/x?a=1&b=2");
  });
});

describe("SEC-1: nothing shows a credential", () => {
  const shown = (value: unknown): string =>
    [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value), String(value)].join("\n");

  it("clients and calls", () => {
    const client = clientOf();
    expect(shown(client) + shown(things(client).header("authorization", sentinel))).not.toContain(sentinel);
  });

  it("errors of an answer that repeats it", async () => {
    const text = JSON.stringify({ error: { message: `Bad key ${sentinel}!`, code: sentinel } });
    const call = callOf(clientOf({ transport: answering(text, { status: 401 }) }), {});
    const error = await failureOf(call, ApiError);
    expect([error.detail, error.code, error.message]).toEqual([
      "Bad key ***!",
      "***",
      "things.test: 401 UnexpectedStatus: Bad key ***! (code ***)",
    ]);
    expect([inspect(error), JSON.stringify(error), String(error), error.stack].join()).not.toContain(sentinel);
  });

  const said = async (apiKey: unknown, text: string): Promise<string> => {
    const transport = (): Promise<Response> => Promise.reject(new Error(text));
    const of = { ...service, auth: () => [[basic("apiKey")]] };
    return (await failureOf(callOf(clientOf({ transport, apiKey } as never, of), {}), TransportError)).message.replace(/.*: /, "");
  };

  it("a short credential is taken out where it stands alone, not out of words", async () => {
    expect(await said("k", "k? the key k=k of kinds, k_1 and k2")).toBe("the request failed (***? the key ***=*** of kinds, k_1 and k2)");
    expect(await said("12345678", "id 912345678")).toBe("the request failed (id 9***)");
  });

  it("of two credentials, the one that is part of the other uncovers nothing", async () => {
    const pair = { username: "acme", password: "acme-2024-secret" };
    expect(await said(pair, "acme-2024-secret of acme")).toBe("the request failed (*** of ***)");
  });

  it("a credential as a URL writes it", async () => {
    expect(await said("a+b/c==key", "key=a%2Bb%2Fc%3D%3Dkey&x=a+b/c==key")).toBe("the request failed (key=***&x=***)");
  });

  it("a connection's failure that quotes the URL", async () => {
    const cause = new Error("sending failed", { cause: new Error(`GET https://h/?key=${sentinel}`) });
    const of = { ...service, auth: () => [[queryAuth("apiKey", "key")]] };
    const error = await failureOf(callOf(clientOf({ transport: () => Promise.reject(cause) }, of), {}), TransportError);
    expect(shown(error)).not.toContain(sentinel);
    expect((error.cause as Error).message).toBe("Error: sending failed; Error: GET https://h/?key=***");
  });

  it("a cause without credentials is kept as it is", async () => {
    const cause = new Error("plain");
    expect((await failureOf(callOf(clientOf({ transport: () => Promise.reject(cause) }), {}), TransportError)).cause).toBe(cause);
  });

  it("both parts of a basic credential, and none of a function", async () => {
    const of = { ...service, auth: () => [[basic("apiKey")]] };
    const transport = answering("user1 pass2", { status: 401 });
    const error = await failureOf(
      callOf(clientOf({ transport, apiKey: { username: "user1", password: "pass2" } } as never, of), {}),
      ApiError,
    );
    expect(error.detail).toBe("*** ***");
    const signed = { ...service, auth: () => [[custom("apiKey")]] };
    const other = callOf(
      clientOf({ transport: answering("text", { status: 401 }), apiKey: (given: unknown) => given } as never, signed),
      {},
    );
    expect((await failureOf(other, ApiError)).detail).toBe("text");
  });

  it("an empty password hides nothing", async () => {
    const of = { ...service, auth: () => [[basic("apiKey")]] };
    const transport = answering("abc", { status: 401 });
    expect(
      (await failureOf(callOf(clientOf({ transport, apiKey: { username: "u9", password: "" } } as never, of), {}), ApiError)).detail,
    ).toBe("abc");
  });
});

it("one client serves calls at the same time", async () => {
  const client = clientOf({ transport: (given) => Promise.resolve(new Response(new URL(given.url).search)) });
  const returns = { 200: textBody() };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      callOf(client, { returns, params: { i: query(string) } }, { params: { i: `${index}` } }).send(),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => `?i=${index}`));
  expect(
    await callOf(client, { returns: { 200: nothing }, body: jsonBody(object(() => ({}))) }, { body: {} }, "POST").send(),
  ).toBeUndefined();
});
