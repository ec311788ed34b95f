import { describe, expect, it } from "vitest";
import {
  bool,
  bytes,
  bytesBase64Url,
  bytesHex,
  closedEnum,
  constant,
  constrained,
  datetime,
  decimal,
  decimalRange,
  exhaustiveObject,
  extensibleObject,
  externalUnion,
  float64,
  int32,
  int64,
  int64Number,
  int64String,
  int64Text,
  int64TextNumber,
  InvalidArgumentError,
  jsonBody,
  jsonValue,
  length,
  list,
  map,
  nullable,
  object,
  openEnum,
  optional,
  pattern,
  range,
  spread,
  string,
  taggedUnion,
  uint64,
  untaggedUnion,
  withDefault,
  type Codec,
  type Violation,
} from "../../templates/typescript/runtime/index.js";
import { answering, decode, encode } from "./in-memory.js";
import { callOf, clientOf, failureOf, type Options } from "./service.js";

async function violations(codec: Codec<unknown>, value: unknown, options: Options = {}): Promise<readonly Violation[]> {
  return (await failureOf({ send: () => encode(codec, value, options) }, InvalidArgumentError)).violations;
}

const rules = async (codec: Codec<unknown>, value: unknown): Promise<string[]> => (await violations(codec, value)).map(({ path, rule }) => `${path} ${rule}`);

const Run = taggedUnion("type", () => ({
  new_message: object(() => ({ message: string, files: optional(list(string)) })),
  continue: object(() => ({ files: optional(list(string)) })),
}));
const Execute = object(() => ({ agent_name: string, "...execution_type": spread(Run), trace: optional(bool) }));

type Sent = [name: string, codec: Codec<unknown>, value: unknown, text: string];

describe("JSON-1: what is sent", () => {
  it.each<Sent>([
    ["compact, in schema order", object(() => ({ a: string, b: int32 })), { b: 1, a: "é" }, '{"a":"é","b":1}'],
    ["absent members are left out", object(() => ({ a: optional(string), b: optional(string) })), { a: undefined }, "{}"],
    ["null where it is a value", object(() => ({ a: optional(nullable(string)), b: nullable(string) })), { a: null, b: null }, '{"a":null,"b":null}'],
    ["three states: a value", object(() => ({ a: optional(nullable(string)) })), { a: "x" }, '{"a":"x"}'],
    ["defaults are not sent", object(() => ({ a: optional(int32) })), {}, "{}"],
    ["unless send_default", object(() => ({ a: withDefault(int32, 7), b: withDefault(int32, 7) })), { b: 8 }, '{"a":7,"b":8}'],
    ["unknown members come last", object(() => ({ b: string })), { x: [1], b: "1", y: undefined }, '{"b":"1","x":[1]}'],
    ["an exhaustive object sends no others", exhaustiveObject(() => ({ b: string })), { x: 1, b: "1" }, '{"b":"1"}'],
    ["$extra", extensibleObject(() => ({ b: string }), nullable(int32)), { x: 1, y: undefined, z: null, b: "1" }, '{"b":"1","x":1,"z":null}'],
    ["map", map(int32), { "a b": 1, gone: undefined }, '{"a b":1}'],
    ["json", jsonValue, { a: [null, { b: 1.5 }] }, '{"a":[null,{"b":1.5}]}'],
    ["json null", jsonValue, null, "null"],
    ["open enums send what they got", openEnum(["a"]), "later", '"later"'],
    ["decimal", decimal, "1.50", '"1.50"'],
    ["JSON-2: constants are written", object(() => ({ v: constant(2), a: string })), { a: "x" }, '{"v":2,"a":"x"}'],
    ["JSON-13: bytes are padded", bytes, new Uint8Array([251, 255, 254, 1]), '"+//+AQ=="'],
    ["many bytes", bytes, new Uint8Array(70_000), `"${"A".repeat(93_334)}=="`],
    ["bytes as base64url are not padded", bytesBase64Url, new Uint8Array([251, 255, 254, 1]), '"-__-AQ"'],
    ["bytes as hex", bytesHex, new Uint8Array([251, 1]), '"fb01"'],
    ["JSON-10: small integers", int64, -5n, "-5"],
    ["JSON-10: large integers", object(() => ({ a: list(int64), s: string, u: optional(string) })), { a: [9007199254740993n, 1n], s: "é\"\n", more: { x: undefined, y: [undefined, true, null, 1.5] } }, '{"a":[9007199254740993,1],"s":"é\\"\\n","more":{"y":[null,true,null,1.5]}}'],
    ["int64 as string", int64Text, 9007199254740993n, '"9007199254740993"'],
    ["int64 as number of the program", int64Number, 7, "7"],
    ["int64 as digits of the program", int64String, "9007199254740993", "9007199254740993"],
    ["int64 text as number", int64TextNumber, 7, '"7"'],
    ["uint64 greatest", uint64, 2n ** 64n - 1n, "18446744073709551615"],
    ["list", list(string), [], "[]"],
  ])("%s", async (_, codec, value, text) => expect(await encode(codec, value)).toBe(text));

  it.each<Sent>([
    ["UTC stays", datetime, "2024-05-01T00:00:00Z", '"2024-05-01T00:00:00Z"'],
    ["lower case", datetime, "2024-05-01t00:00:00z", '"2024-05-01T00:00:00Z"'],
    ["offsets become UTC", datetime, "2024-05-01T01:30:00+02:00", '"2024-04-30T23:30:00Z"'],
    ["negative offsets", datetime, "2024-12-31T20:00:00.5-05:00", '"2025-01-01T01:00:00.5Z"'],
    ["zeros behind the fraction go", datetime, "2024-05-01T00:00:00.120000Z", '"2024-05-01T00:00:00.12Z"'],
    ["a fraction of zero goes", datetime, "2024-05-01T00:00:00.000Z", '"2024-05-01T00:00:00Z"'],
    ["nine digits stay", datetime, "2024-05-01T00:00:00.123456789+00:00", '"2024-05-01T00:00:00.123456789Z"'],
    ["a leap second stays as it is", datetime, "2016-12-31T23:59:60Z", '"2016-12-31T23:59:60Z"'],
  ])("JSON-12: %s", async (_, codec, value, text) => expect(await encode(codec, value)).toBe(text));

  it("JSON-2: the tag stands where the union is spread", async () => {
    const body = { message: "Help me reset my password", agent_name: "support-bot", type: "new_message" };
    expect(await encode(Execute, body)).toBe('{"agent_name":"support-bot","type":"new_message","message":"Help me reset my password"}');
    expect(await encode(Execute, { trace: true, files: ["f"], type: "continue", agent_name: "a" })).toBe('{"agent_name":"a","type":"continue","files":["f"],"trace":true}');
  });

  it("JSON-9: unknown variants are sent again as they came", async () => {
    const Open = taggedUnion<unknown>("type", () => ({ a: object(() => ({ n: int32 })) }), "open");
    const text = '{"type":"later","n":"text","deep":{"x":[1]}}';
    expect(await encode(Open, await decode(Open, text))).toBe(text);
    const External = externalUnion<unknown>(() => ({ a: int32 }), "open");
    expect(await encode(External, await decode(External, '{"later":{"x":1}}'))).toBe('{"later":{"x":1}}');
  });

  it("JSON-7: what was decoded is sent again whole", async () => {
    const codec = object<unknown>(() => ({ id: int64, at: optional(bytes) }));
    const text = '{"id":9007199254740993,"at":"AAE=","later":{"x":[1.5]}}';
    expect(await encode(codec, await decode(codec, text))).toBe(text);
  });

  it.each(["__proto__", "constructor"])("JSON-14: a member called %s", async (name) => {
    const value = JSON.parse(`{"${name}":"x","a":{"${name}":"y"}}`) as unknown;
    const codec = object(() => ({ [name]: string, a: jsonValue }));
    expect(await encode(codec, value)).toBe(`{"${name}":"x","a":{"${name}":"y"}}`);
    expect(await encode(map(jsonValue), value)).toBe(`{"${name}":"x","a":{"${name}":"y"}}`);
    expect(await rules(object(() => ({ [name]: string })), {})).toEqual([`body.${name} expected string, got nothing`]);
  });

  it("leaves its argument alone", async () => {
    const value = Object.freeze({ type: "new_message", agent_name: "a", message: "m", files: Object.freeze(["f"]) });
    await encode(Execute, value);
    expect(value).toEqual({ type: "new_message", agent_name: "a", message: "m", files: ["f"] });
  });

  it("untagged unions pick by kind", async () => {
    const codec = untaggedUnion(() => [["string", bytes], ["number", int64], ["list", list(string)]]);
    expect(await encode(list(codec), [new Uint8Array([1]), 5n, ["x"]])).toBe('["AQ==",5,["x"]]');
  });
});

describe("JSON-5: extraBody", () => {
  async function bodyWith(body: unknown, extraBody: Record<string, unknown>, codec: Codec<unknown> = object(() => ({ a: string }))): Promise<string> {
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport }), { body: jsonBody(codec) }, { body }, "POST").options({ extraBody }).send();
    return String(transport.requests[0]?.body);
  }

  it("adds members and replaces declared ones", async () => {
    expect(await bodyWith({ a: "x" }, { b: 1 })).toBe('{"a":"x","b":1}');
    expect(await bodyWith({ a: "x" }, { a: 2 })).toBe('{"a":2}');
  });

  it("needs an object", async () => {
    const send = (): Promise<string> => bodyWith([], { a: 1 }, list(string));
    expect((await failureOf({ send }, InvalidArgumentError)).violations).toEqual([{ path: "body", rule: "expected object for extraBody, got list" }]);
  });

  it.each([
    ["x", "string"],
    [null, "null"],
  ])("not %j", async (body, got) => {
    const send = (): Promise<string> => bodyWith(body, { a: 1 }, nullable(string));
    expect((await failureOf({ send }, InvalidArgumentError)).violations).toEqual([{ path: "body", rule: `expected object for extraBody, got ${got}` }]);
  });
});

describe("JSON-3, JSON-4: what is refused, all of it together", () => {
  it("lists every violation with its path", async () => {
    const codec = object(() => ({
      title: constrained(string, length(1, 3)),
      tags: list(constrained(string, pattern("^[a-z]+$"))),
      "a b": map(constrained(int32, range(1, 100))),
      missing: string,
      type: closedEnum(["x", "y"]),
    }));
    const value = { title: "", tags: ["ok", "NO", "x1"], "a b": { k: 0, ok: 1, l: 101 }, type: "z" };
    const error = await failureOf({ send: () => encode(codec, value) }, InvalidArgumentError);
    const expected = [
      "body.title length must be at least 1",
      "body.tags[1] must match ^[a-z]+$",
      "body.tags[2] must match ^[a-z]+$",
      'body["a b"].k must be at least 1',
      'body["a b"].l must be at most 100',
      "body.missing expected string, got nothing",
      'body.type expected "x" | "y", got string',
    ];
    expect(error.violations.map(({ path, rule }) => `${path} ${rule}`)).toEqual(expected);
    expect(error.message).toBe(`things.test: InvalidArgument: ${expected.join("; ")}`);
    expect([error.kind, error.name]).toEqual(["InvalidArgument", "InvalidArgumentError"]);
  });

  it.each<[string, Codec<unknown>, unknown, string[]]>([
    ["range includes its bounds", list(constrained(int32, range(1, 3))), [1, 3, 0, 4], ["body[2] must be at least 1", "body[3] must be at most 3"]],
    ["range without least", constrained(int32, range(undefined, 3)), 4, ["body must be at most 3"]],
    ["range without greatest", constrained(int32, range(0)), -1, ["body must be at least 0"]],
    ["bigint range", constrained(int64, range(-5n, 5n)), 6n, ["body must be at most 5"]],
    ["bigint range of digits", constrained(int64String, range(undefined, 5n)), "10", ["body must be at most 5"]],
    ["length counts code points", list(constrained(string, length(2, 2))), ["🧵🧵", "🧵", "abc"], ["body[1] length must be at least 2", "body[2] length must be at most 2"]],
    ["length of bytes", constrained(bytes, length(2)), new Uint8Array(1), ["body length must be at least 2"]],
    ["length of lists", constrained(list(int32), length(undefined, 1)), [1, 2], ["body length must be at most 1"]],
    ["length of what has none", constrained(string, length(1)), 7, ["body expected string, got 7"]],
    ["pattern of what is no text", constrained(string, pattern("x")), null, ["body expected string, got null"]],
    ["several rules", constrained(string, length(3), pattern("x")), "ab", ["body length must be at least 3", "body must match x"]],
    ["NaN", float64, NaN, ["body expected float64, got NaN"]],
    ["infinity", float64, Infinity, ["body expected float64, got Infinity"]],
    ["missing list item", list(string), [undefined], ["body[0] expected string, got nothing"]],
    ["null where it is not a value", object(() => ({ a: optional(string) })), { a: null }, ["body.a expected string, got null"]],
    ["a missing body", object(() => ({})), undefined, ["body expected object, got nothing"]],
    ["a missing json value", object(() => ({ a: jsonValue })), {}, ["body.a expected JSON value, got nothing"]],
    ["another constant", constant("x"), "y", ['body expected "x", got string']],
    ["bytes that are text", bytes, "AQ==", ["body expected Uint8Array, got string"]],
    ["datetime", datetime, "today", ["body expected datetime, got string"]],
    ["uint64 below", uint64, -1n, ["body expected uint64, got -1"]],
    ["int64 above", int64, 2n ** 63n, ["body expected int64, got 9223372036854775808"]],
    ["unsafe number for int64", int64Number, 2 ** 60, ["body expected int64 within 2^53, got 1152921504606847000"]],
    ["unknown variant", Execute, { agent_name: "a", type: "x" }, ['body.type expected "new_message" | "continue", got string']],
    ["missing tag", Execute, { agent_name: "a" }, ['body.type expected "new_message" | "continue", got nothing']],
    ["member of a variant", Execute, { type: "new_message" }, ["body.agent_name expected string, got nothing", "body.message expected string, got nothing"]],
    ["external of none", externalUnion(() => ({ a: int32 })), {}, ['body expected one of "a", got object']],
    ["external with an undefined member", externalUnion(() => ({ a: int32, b: int32 })), { a: undefined, b: "x" }, ["body.b expected int32, got string"]],
    ["untagged of none", untaggedUnion(() => [["string", string]]), true, ["body expected string, got boolean"]],
    ["bigint in json", jsonValue, { a: 1n }, ["body cannot be written as JSON"]],
  ])("%s", async (_, codec, value, expected) => expect(await rules(codec, value)).toEqual(expected));

  it("a value that contains itself", async () => {
    const value: Record<string, unknown> = {};
    value.self = value;
    const Node: Codec<unknown> = object(() => ({ self: optional(Node) }));
    expect(await rules(jsonValue, value)).toEqual(["body cannot be written as JSON"]);
    expect(await rules(Node, value)).toEqual(["body cannot be written as JSON"]);
  });

  it("constraints can be left to the service, kinds cannot", async () => {
    const codec = object(() => ({ a: constrained(int32, range(1)), b: optional(string) }));
    expect(await encode(codec, { a: 0 }, { checkRequests: false })).toBe('{"a":0}');
    expect(await violations(codec, { a: 0, b: 1 }, { checkRequests: false })).toEqual([{ path: "body.b", rule: "expected string, got 1" }]);
  });

  it.each([
    ["0.5", "1", undefined, "must be at least 1"],
    ["9", "10", undefined, "must be at least 10"],
    ["10", "9", undefined, undefined],
    ["1.50", "1.5", "1.5", undefined],
    ["1.51", undefined, "1.5", "must be at most 1.5"],
    ["-1.51", "-1.5", undefined, "must be at least -1.5"],
    ["-1.49", "-1.5", undefined, undefined],
    ["-0", "0", "0", undefined],
    ["0.00", "0", "0", undefined],
    ["-1", "0", undefined, "must be at least 0"],
    ["1", undefined, "-1", "must be at most -1"],
    ["12345678901234567890.1", undefined, "12345678901234567890.05", "must be at most 12345678901234567890.05"],
    ["007", "7", "7", undefined],
    ["100", undefined, "20", "must be at most 20"],
    ["1e9", undefined, "1", undefined],
  ])("decimal %s between %s and %s", (value, min, max, broken) => {
    expect(decimalRange(min, max)(value)).toBe(broken);
  });
});
