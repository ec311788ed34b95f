import { describe, expect, it } from "vitest";
import {
  bool,
  bytes,
  bytesBase64Url,
  bytesHex,
  constant,
  datetime,
  decimal,
  exhaustiveObject,
  extensibleObject,
  externalUnion,
  int32,
  int64,
  int64Number,
  int64String,
  int64Text,
  int64TextNumber,
  InvalidArgumentError,
  jsonBody,
  jsonValue,
  list,
  map,
  nullable,
  object,
  openEnum,
  optional,
  spread,
  string,
  taggedUnion,
  uint64,
  untaggedUnion,
  withDefault,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { answering, decode, encode } from "./in-memory.js";
import { callOf, clientOf, failureOf } from "./service.js";

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
    [
      "null where it is a value",
      object(() => ({ a: optional(nullable(string)), b: nullable(string) })),
      { a: null, b: null },
      '{"a":null,"b":null}',
    ],
    ["three states: a value", object(() => ({ a: optional(nullable(string)) })), { a: "x" }, '{"a":"x"}'],
    ["defaults are not sent", object(() => ({ a: optional(int32) })), {}, "{}"],
    ["unless send_default", object(() => ({ a: withDefault(int32, 7), b: withDefault(int32, 7) })), { b: 8 }, '{"a":7,"b":8}'],
    ["unknown members come last", object(() => ({ b: string })), { x: [1], b: "1", y: undefined }, '{"b":"1","x":[1]}'],
    ["an exhaustive object sends no others", exhaustiveObject(() => ({ b: string })), { x: 1, b: "1" }, '{"b":"1"}'],
    [
      "$extra",
      extensibleObject(() => ({ b: string }), nullable(int32)),
      { x: 1, y: undefined, z: null, b: "1" },
      '{"b":"1","x":1,"z":null}',
    ],
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
    [
      "JSON-10: large integers",
      object(() => ({ a: list(int64), s: string, u: optional(string) })),
      { a: [9007199254740993n, 1n], s: 'é"\n', more: { x: undefined, y: [undefined, true, null, 1.5] } },
      '{"a":[9007199254740993,1],"s":"é\\"\\n","more":{"y":[null,true,null,1.5]}}',
    ],
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
    expect(await encode(Execute, { trace: true, files: ["f"], type: "continue", agent_name: "a" })).toBe(
      '{"agent_name":"a","type":"continue","files":["f"],"trace":true}',
    );
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
  });

  it("leaves its argument alone", async () => {
    const value = Object.freeze({ type: "new_message", agent_name: "a", message: "m", files: Object.freeze(["f"]) });
    await encode(Execute, value);
    expect(value).toEqual({ type: "new_message", agent_name: "a", message: "m", files: ["f"] });
  });

  it("untagged unions pick by kind", async () => {
    const codec = untaggedUnion(() => [
      ["string", bytes],
      ["number", int64],
      ["list", list(string)],
    ]);
    expect(await encode(list(codec), [new Uint8Array([1]), 5n, ["x"]])).toBe('["AQ==",5,["x"]]');
  });
});

describe("JSON-5: extraBody", () => {
  async function bodyWith(
    body: unknown,
    extraBody: Record<string, unknown>,
    codec: Codec<unknown> = object(() => ({ a: string })),
  ): Promise<string> {
    const transport = answering(null, { status: 204 });
    await callOf(clientOf({ transport }), { body: jsonBody(codec) }, { body }, "POST")
      .options({ extraBody })
      .send();
    return String(transport.requests[0]?.body);
  }

  it("adds members and replaces declared ones", async () => {
    expect(await bodyWith({ a: "x" }, { b: 1 })).toBe('{"a":"x","b":1}');
    expect(await bodyWith({ a: "x" }, { a: 2 })).toBe('{"a":2}');
  });

  it("needs an object", async () => {
    const send = (): Promise<string> => bodyWith([], { a: 1 }, list(string));
    expect((await failureOf({ send }, InvalidArgumentError)).violations).toEqual([
      { path: "body", rule: "expected object for extraBody, got list" },
    ]);
  });

  it.each([
    ["x", "string"],
    [null, "null"],
  ])("not %j", async (body, got) => {
    const send = (): Promise<string> => bodyWith(body, { a: 1 }, nullable(string));
    expect((await failureOf({ send }, InvalidArgumentError)).violations).toEqual([
      { path: "body", rule: `expected object for extraBody, got ${got}` },
    ]);
  });
});
