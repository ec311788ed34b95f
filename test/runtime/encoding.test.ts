import { describe, expect, it } from "vitest";
import {
  asJson,
  bool,
  brackets,
  bytes,
  comma,
  constrained,
  cookie,
  datetime,
  deep,
  float64,
  form,
  header,
  indices,
  int32,
  int64,
  InvalidArgumentError,
  list,
  map,
  nothing,
  nullable,
  object,
  optional,
  pipe,
  query,
  range,
  repeat,
  request,
  segment,
  segments,
  space,
  string,
  type Codec,
  type Param,
  type QueryOptions,
} from "../../templates/typescript/runtime/index.js";
import { callOf, clientOf, failureOf, withServer } from "./service.js";

const server = withServer();

async function targetOf(params: Record<string, Param>, values: Record<string, unknown>): Promise<string | undefined> {
  await callOf(clientOf({ baseUrl: server.url }), { params, returns: { 204: nothing } }, { params: values }).send();
  return server.requests[0]?.target;
}

const one = (codec: Codec<unknown>, value: unknown, options: QueryOptions = {}): Promise<string | undefined> =>
  targetOf({ a: query(codec, options) }, { a: value });

async function pathOf(params: Record<string, Param>, values: Record<string, unknown>, path: string): Promise<string | undefined> {
  await callOf(clientOf({ baseUrl: server.url }), { path: params, returns: { 204: nothing } }, { path: values }, "GET", path).send();
  return server.requests[0]?.target;
}

describe("ENC-1: one percent-encoder", () => {
  const vector = "a b+c~*'()!é&=#/?:@,;$[]%";
  const encoded = "a%20b%2Bc~%2A%27%28%29%21%C3%A9%26%3D%23%2F%3F%3A%40%2C%3B%24%5B%5D%25";

  it("encodes the vector in a query", async () => {
    expect(await one(string, vector)).toBe(`/things?a=${encoded}`);
  });

  it("encodes the vector in a path", async () => {
    expect(await pathOf({ id: segment(string) }, { id: vector }, "/things/{id}/x")).toBe(`/things/${encoded}/x`);
  });

  it("encodes names as well as values", async () => {
    expect(await targetOf({ a: query(string, { name: "a b&" }) }, { a: "1" })).toBe("/things?a%20b%26=1");
  });

  it.each([
    ["astral", "🧵", "%F0%9F%A7%B5"],
    ["control", "\u0001\n", "%01%0A"],
    ["unreserved", "AZaz09-._~", "AZaz09-._~"],
    ["percent is not taken for encoded", "%2e%2E", "%252e%252E"],
  ])("%s", async (_, text, expected) => {
    expect(await one(string, text)).toBe(`/things?a=${expected}`);
  });

  it.each(["\ud800", "a\udc00b"])("refuses a lone surrogate", async (text) => {
    const error = await failureOf(
      callOf(clientOf({ baseUrl: server.url }), { params: { a: query(string) } }, { params: { a: text } }),
      InvalidArgumentError,
    );
    expect(error.violations).toEqual([{ path: "query.a", rule: "must not contain a lone surrogate" }]);
    expect(server.requests).toHaveLength(0);
  });
});

describe("ENC-3: path values that would move the request", () => {
  it.each(["", ".", "..", "a\0b"])("refuses %j and sends nothing", async (id) => {
    const call = callOf(
      clientOf({ baseUrl: server.url }),
      { path: { context_id: segment(string) } },
      { path: { context_id: id } },
      "GET",
      "/c/{context_id}",
    );
    const error = await failureOf(call, InvalidArgumentError);
    expect(error.violations).toEqual([{ path: "path.context_id", rule: 'must not be empty, "." or "..", nor contain NUL' }]);
    expect(error.message).toBe('things.test: InvalidArgument: path.context_id must not be empty, "." or "..", nor contain NUL');
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ["...", "..."],
    ["a..b", "a..b"],
    ["../../users/1", "..%2F..%2Fusers%2F1"],
    ["%2e%2e", "%252e%252e"],
  ])("sends %j as one segment", async (id, expected) => {
    expect(await pathOf({ id: segment(string) }, { id }, "/c/{id}")).toBe(`/c/${expected}`);
  });

  it("names a missing parameter", async () => {
    const error = await failureOf(callOf(clientOf(), { path: { id: segment(string) } }, {}, "GET", "/c/{id}"), InvalidArgumentError);
    expect(error.violations).toEqual([{ path: "path.id", rule: "expected string, got nothing" }]);
  });
});

describe("ENC-9: path parameters of several segments", () => {
  it("keeps the slashes and encodes the rest", async () => {
    expect(await pathOf({ file: segments(string) }, { file: "a b/c?d/é" }, "/f/{file}")).toBe("/f/a%20b/c%3Fd/%C3%A9");
  });

  it.each(["a//b", "a/../b", "./a", "a/"])("refuses %j", async (file) => {
    const call = callOf(clientOf(), { path: { file: segments(string) } }, { path: { file } }, "GET", "/f/{file}");
    expect((await failureOf(call, InvalidArgumentError)).violations).toHaveLength(1);
  });
});

describe("ENC-4: scalars", () => {
  it.each<[string, Codec<never>, unknown, string]>([
    ["true", bool, true, "true"],
    ["false", bool, false, "false"],
    ["integers", int32, -7, "-7"],
    ["64-bit integers", int64, 9007199254740993n, "9007199254740993"],
    ["floats, shortest", float64, 0.1, "0.1"],
    ["integral floats", float64, 5.0, "5"],
    ["small floats", float64, 0.000001, "0.000001"],
    ["large floats", float64, 1e20, "100000000000000000000"],
    ["date-times in UTC", datetime, "2024-05-01T02:00:00.120+02:00", "2024-05-01T00%3A00%3A00.12Z"],
    ["bytes as base64url without padding", bytes, new Uint8Array([251, 255, 254, 1]), "-__-AQ"],
  ] as never)("%s", async (_, codec, value, expected) => {
    expect(await one(codec, value)).toBe(`/things?a=${expected}`);
  });
});

describe("ENC-5: lists and objects", () => {
  const items = list(string);
  it.each([
    ["repeat is the default", {}, "a=1&a=x%2Cy"],
    ["repeat", { style: repeat }, "a=1&a=x%2Cy"],
    ["comma", { style: comma }, "a=1,x%2Cy"],
    ["pipe", { style: pipe }, "a=1%7Cx%2Cy"],
    ["space", { style: space }, "a=1%20x%2Cy"],
    ["brackets", { style: brackets }, "a[]=1&a[]=x%2Cy"],
    ["indices", { style: indices }, "a[0]=1&a[1]=x%2Cy"],
  ] as [string, QueryOptions, string][])("%s", async (_, options, expected) => {
    expect(await one(items, ["1", "x,y"], options)).toBe(`/things?${expected}`);
  });

  it.each([repeat, comma, pipe, space, brackets, indices])("leaves out an empty list", async (style) => {
    expect(await one(items, [], { style })).toBe("/things");
  });

  it("deep writes the brackets literally and names encoded", async () => {
    const codec = object(() => ({ b: string, "c d": optional(map(int32)), e: nullable(string) }));
    expect(await one(codec, { b: "x y", "c d": { "f]": 1 }, e: null }, { style: deep })).toBe("/things?a[b]=x%20y&a[c%20d][f%5D]=1");
  });

  it("json writes the value as JSON", async () => {
    expect(await one(map(int32), { b: 1 }, { style: asJson })).toBe("/things?a=%7B%22b%22%3A1%7D");
    server.requests.length = 0;
    expect(await one(map(int64), { b: 9007199254740993n }, { style: asJson })).toBe("/things?a=%7B%22b%22%3A9007199254740993%7D");
  });
});

describe("ENC-6: absent, null, order", () => {
  it("leaves out what is absent and writes no question mark", async () => {
    expect(await targetOf({ a: query(optional(string)), b: query(optional(string)) }, { a: undefined })).toBe("/things");
  });

  it("leaves out null unless it is declared empty", async () => {
    const params = { a: query(nullable(string)), b: query(nullable(string), { null: "empty" }) };
    expect(await targetOf(params, { a: null, b: null })).toBe("/things?b=");
  });

  it("writes the schema's order, then extraQuery in the caller's", async () => {
    const params = { b: query(optional(string)), a: query(optional(string)) };
    const call = callOf(clientOf({ baseUrl: server.url }), { params, returns: { 204: nothing } }, { params: { a: "1", b: "2" } });
    await call.options({ extraQuery: { z: [1, 2], y: "ä", x: undefined, w: null } }).send();
    expect(server.requests[0]?.target).toBe("/things?b=2&a=1&z=1&z=2&y=%C3%A4");
  });

  it("a text without an encoding is refused where it stands", async () => {
    const call = callOf(clientOf(), {}, {}).options({ extraQuery: { "\ud800": 1, q: "\udc00" } });
    const rule = "must not contain a lone surrogate";
    expect((await failureOf(call, InvalidArgumentError)).violations).toEqual([
      { path: String.raw`query["\ud800"]`, rule },
      { path: "query.q", rule },
    ]);
  });

  it("what does not fit is refused under its place", async () => {
    const spec = { path: { id: segment(int32) }, params: { q: query(int32), h: header(int32), c: cookie(int32) } };
    const input = { path: { id: "x" }, params: { q: "x", h: "x", c: "x" } };
    const { violations } = await failureOf(callOf(clientOf(), spec, input, "GET", "/{id}"), InvalidArgumentError);
    expect(violations.map(({ path }) => path)).toEqual(["path.id", "query.q", "header.h", "cookie.c"]);
  });

  it("ENC-7: a filter that is not declared is not sent", async () => {
    expect(await targetOf({ a: query(optional(string)) }, { a: "1", b: "2" })).toBe("/things?a=1");
  });
});

describe("ENC-2: the target reaches the wire as it was made", () => {
  it("appends to the base URL's path", async () => {
    await request(clientOf({ baseUrl: `${server.url}/base/v1/` }), "GET", "/x?a=1", { query: { b: "2" } }).send();
    expect(server.requests[0]?.target).toBe("/base/v1/x?a=1&b=2");
  });

  it("leaves braces that are no parameter", async () => {
    expect(await pathOf({ id: segment(string) }, { id: "7" }, "/x/{id}.{format}")).toBe(
      "/x/7.{format}".replace("{", "%7B").replace("}", "%7D"),
    );
  });
});

describe("ENC-8: form bodies", () => {
  const Form = object(() => ({
    a: string,
    n: optional(constrained(int32, range(1))),
    list: optional(list(string)),
    deep: optional(map(nullable(string))),
    data: optional(bytes),
  }));

  async function bodyOf(value: unknown, extraBody?: Record<string, unknown>): Promise<string | undefined> {
    const call = callOf(clientOf({ baseUrl: server.url }), { body: form(Form), returns: { 204: nothing } }, { body: value }, "POST");
    await call.options(extraBody ? { extraBody } : {}).send();
    const [sent] = server.requests;
    expect(sent?.headers.find(([name]) => name === "content-type")?.[1]).toBe("application/x-www-form-urlencoded");
    return sent?.body;
  }

  it("writes spaces as plus, nested names in brackets, and leaves out null", async () => {
    expect(await bodyOf({ a: "x y+z", list: ["1", "é"], deep: { "k k": "v", gone: null } })).toBe(
      "a=x+y%2Bz&list[0]=1&list[1]=%C3%A9&deep[k+k]=v",
    );
  });

  it("writes bytes as in a URL (ENC-4)", async () => {
    expect(await bodyOf({ a: "", data: new Uint8Array([251, 255, 254, 1]) })).toBe("a=&data=-__-AQ");
  });

  it("leaves out what is absent and adds extraBody behind", async () => {
    expect(await bodyOf({ a: "1" }, { more: 2 })).toBe("a=1&more=2");
  });

  it("checks constraints", async () => {
    const call = callOf(clientOf(), { body: form(Form) }, { body: { n: 0 } }, "POST");
    expect((await failureOf(call, InvalidArgumentError)).violations).toEqual([
      { path: "body.a", rule: "expected string, got nothing" },
      { path: "body.n", rule: "must be at least 1" },
    ]);
  });

  it("sends nothing for an absent body", async () => {
    await callOf(clientOf({ baseUrl: server.url }), { body: form(optional(Form)), returns: { 204: nothing } }, {}, "POST").send();
    expect(server.requests[0]?.body).toBe("");
  });
});
