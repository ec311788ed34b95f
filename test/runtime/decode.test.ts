import { describe, expect, it } from "vitest";
import {
  bool,
  bytes,
  bytesBase64Url,
  bytesHex,
  closedEnum,
  constant,
  constrained,
  date,
  datetime,
  decimal,
  DecodeError,
  duration,
  exhaustiveObject,
  extensibleObject,
  externalUnion,
  float32,
  float64,
  int32,
  int64,
  int64Number,
  int64String,
  int64Text,
  int64TextNumber,
  int64TextString,
  json,
  jsonValue,
  length,
  list,
  map,
  nothing,
  nullable,
  object,
  openEnum,
  optional,
  pattern,
  range,
  spread,
  string,
  taggedUnion,
  textBody,
  bytesBody,
  time,
  uint32,
  uint64,
  uint64Number,
  uint64String,
  uint64Text,
  uint64TextNumber,
  uint64TextString,
  untaggedUnion,
  url,
  uuid,
  withDefault,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { answering, decode, jsonAnswer } from "./in-memory.js";
import { callOf, clientOf, failureOf } from "./service.js";

async function mismatch(codec: Codec<unknown>, text: string): Promise<DecodeError> {
  return failureOf({ send: () => decode(codec, text) }, DecodeError);
}

type Good = [name: string, codec: Codec<unknown>, text: string, value?: unknown];
type Bad = [name: string, codec: Codec<unknown>, text: string, expected: string, got: string];

const id = "123e4567-e89b-12d3-a456-426614174000";

describe("JSON-6: values that fit", () => {
  it.each<Good>([
    ["string", string, '"x"'],
    ["bool", bool, "false"],
    ["int32 least", int32, "-2147483648"],
    ["int32 greatest", int32, "2147483647"],
    ["1.0 is an integer", int32, "1.0", 1],
    ["1e2 is an integer", int32, "1e2", 100],
    ["uint32 greatest", uint32, "4294967295"],
    ["uint32 least", uint32, "0"],
    ["float64", float64, "1e308"],
    ["float32", float32, "3.4028234e38"],
    ["decimal keeps its scale", decimal, '"1.50"'],
    ["decimal with exponent", decimal, '"-1.5e+10"'],
    ["uuid", uuid, `"${id}"`],
    ["uuid in upper case", uuid, `"${id.toUpperCase()}"`],
    ["url", url, '"https://h/x?y#z"'],
    ["url of another scheme", url, '"mailto:a@b"'],
    ["date", date, '"2024-02-29"'],
    ["time", time, '"23:59:59"'],
    ["time with fraction and offset", time, '"23:59:59.123456789-07:00"'],
    ["datetime", datetime, '"2024-05-01T00:00:00Z"'],
    ["datetime in lower case with nine digits", datetime, '"2024-05-01t00:00:00.123456789z"'],
    ["datetime with offset", datetime, '"2024-05-01T00:00:00.5+05:30"'],
    ["duration", duration, '"P1Y2M3DT4H5M6.7S"'],
    ["duration in weeks", duration, '"P2W"'],
    ["duration of time", duration, '"-PT0.5S"'],
    ["json", jsonValue, '{"a":[null,1]}', { a: [null, 1] }],
    ["json null", jsonValue, "null", null],
    ["nullable", nullable(string), "null", null],
    ["list", list(int32), "[1,2]", [1, 2]],
    ["map", map(int32), '{"a":1}', { a: 1 }],
    ["constant", constant("x"), '"x"'],
    ["closed enum of numbers", closedEnum([1, 2]), "2"],
    ["constraints are not checked", constrained(list(constrained(string, length(5), pattern("^a"))), length(9)), '["x"]', ["x"]],
    ["ranges are not checked", constrained(int32, range(1, 2)), "7"],
  ])("%s", async (_, codec, text, value = JSON.parse(text)) => {
    expect(await decode(codec, text)).toEqual(value);
  });
});

describe("JSON-6: values that do not, with no coercion", () => {
  it.each<Bad>([
    ["number for string", string, "1", "string", "1"],
    ["string for bool", bool, '"true"', "boolean", "string"],
    ["1 for bool", bool, "1", "boolean", "1"],
    ["string for number", int32, '"12"', "int32", "string"],
    ["a fraction", int32, "1.5", "int32", "1.5"],
    ["below int32", int32, "-2147483649", "int32", "-2147483649"],
    ["above int32", int32, "2147483648", "int32", "2147483648"],
    ["below uint32", uint32, "-1", "uint32", "-1"],
    ["above uint32", uint32, "4294967296", "uint32", "4294967296"],
    ["above float64", float64, "1e999", "float64", "Infinity"],
    ["above float32", float32, "3.5e38", "float32", "3.5e+38"],
    ["string for float", float64, '"1"', "float64", "string"],
    ["null", string, "null", "string", "null"],
    ["list for string", string, "[]", "string", "list"],
    ["object for list", list(string), "{}", "list", "object"],
    ["list for object", object(() => ({})), "[]", "object", "list"],
    ["null for object", object(() => ({})), "null", "object", "null"],
    ["string for object", map(string), '""', "object", "string"],
    ["true for string", string, "true", "string", "boolean"],
    ["decimal without digits", decimal, '"."', "decimal", "string"],
    ["decimal behind text", decimal, '"x1"', "decimal", "string"],
    ["decimal with plus", decimal, '"+1"', "decimal", "string"],
    ["uuid cut short", uuid, `"${id.slice(1)}"`, "uuid", "string"],
    ["uuid with more", uuid, `"${id}0"`, "uuid", "string"],
    ["relative url", url, '"/x"', "url", "string"],
    ["url with space", url, '"https://h/a b"', "url", "string"],
    ["date with time", date, '"2024-02-29T00:00:00Z"', "date", "string"],
    ["time without seconds", time, '"23:59"', "time", "string"],
    ["datetime without zone", datetime, '"2024-05-01T00:00:00"', "datetime", "string"],
    ["datetime with ten digits", datetime, '"2024-05-01T00:00:00.1234567890Z"', "datetime", "string"],
    ["datetime as number", datetime, "1", "datetime", "1"],
    ["duration of nothing", duration, '"P"', "duration", "string"],
    ["duration of no time", duration, '"P1DT"', "duration", "string"],
    ["constant", constant("x"), '"y"', '"x"', "string"],
    ["closed enum", closedEnum(["a", "b"]), '"A"', '"a" | "b"', "string"],
    ["open enum of another kind", openEnum(["a"]), "1", "string", "1"],
    ["open integer enum", openEnum([1]), '"a"', "number", "string"],
  ])("%s", async (_, codec, text, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.path, error.expected, error.got, error.status]).toEqual(["$", expected, got, 200]);
    expect(error.message).toBe(`things.test: 200 Decode: $ expected ${expected}, got ${got}`);
  });
});

const Context = object<Record<string, unknown>>(() => ({
  id: string,
  title: optional(string),
  note: optional(nullable(string)),
  any: optional(jsonValue),
  tags: optional(list(object(() => ({ "a b": string })))),
}));

describe("objects", () => {
  it("JSON-6: null for an optional member is absent, unless it is nullable", async () => {
    const value = await decode(Context, '{"id":"1","title":null,"note":null,"any":null}');
    expect(Object.entries(value)).toEqual([
      ["id", "1"],
      ["note", null],
      ["any", null],
    ]);
  });

  it("JSON-7: keeps members that the type does not name", async () => {
    expect(await decode(Context, '{"x":{"y":1},"id":"1"}')).toEqual({ x: { y: 1 }, id: "1" });
    expect(await decode(exhaustiveObject(() => ({ id: string })), '{"x":1,"id":"1"}')).toEqual({ x: 1, id: "1" });
  });

  it.each([
    ['{"title":"x"}', "$.id", "string", "nothing"],
    ['{"id":"1","tags":[{"a b":"x"},{"a b":7}]}', '$.tags[1]["a b"]', "string", "7"],
    ['{"id":"1","tags":[null]}', "$.tags[0]", "object", "null"],
  ])("JSON-6: the path of %s", async (text, path, expected, got) => {
    const error = await mismatch(Context, text);
    expect([error.path, error.expected, error.got]).toEqual([path, expected, got]);
  });

  it("a second failure's path is its own", async () => {
    const codec = list(Context);
    await mismatch(codec, '[{"id":1}]');
    expect((await mismatch(codec, "[{}]")).path).toBe("$[0].id");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("JSON-14: a member called %s is data", async (name) => {
    const codec = object<Record<string, unknown>>(() => ({ [name]: optional(int64) }));
    expect(Object.entries(await decode(codec, `{"${name}":12}`))).toEqual([[name, 12n]]);
    expect(Object.entries(await decode(codec, "{}"))).toEqual([]);
    const required = object(() => ({ [name]: string }));
    expect((await mismatch(required, "{}")).path).toBe(`$.${name}`);
    expect(Object.entries(await decode(map(int64), `{"${name}":12}`))).toEqual([[name, 12n]]);
  });

  it("JSON-14: of duplicate keys the last wins", async () => {
    expect(await decode(Context, '{"id":"1","id":"2"}')).toEqual({ id: "2" });
  });

  it("$extra: the other members have one type", async () => {
    const codec = extensibleObject(() => ({ id: string }), int32);
    expect(await decode(codec, '{"id":"1","a":2}')).toEqual({ id: "1", a: 2 });
    expect((await mismatch(codec, '{"id":"1","a":"2"}')).path).toBe("$.a");
  });

  it("send_default says nothing about answers", async () => {
    expect(await decode(object(() => ({ a: withDefault(int32, 7) })), "{}")).toEqual({});
  });
});

describe("JSON-8: enums", () => {
  it("keep unknown values when open", async () => {
    const Status = openEnum(["active", "inactive"]);
    expect(await decode(list(Status), '["active","paused","ACTIVE"]')).toEqual(["active", "paused", "ACTIVE"]);
    expect(Status.values).toEqual(["active", "inactive"]);
    expect(await decode(openEnum([1, 2]), "3")).toBe(3);
    expect(closedEnum(["a"]).values).toEqual(["a"]);
  });
});

const variants = () => ({ a: object(() => ({ n: int32 })), b: object(() => ({})) });
const Closed = taggedUnion<Record<string, unknown>>("type", variants);
const Open = taggedUnion<Record<string, unknown>>("type", variants, "open");

describe("JSON-9: unions", () => {
  it.each<Good>([
    ["internal", Closed, '{"type":"a","n":1,"more":true}'],
    ["internal without members", Closed, '{"type":"b"}'],
    ["unknown variant of an open one", Open, '{"type":"c","n":"x"}'],
    ["unknown variant called constructor", Open, '{"type":"constructor"}'],
    ["spread", object(() => ({ x: string, "...u": spread(Closed), y: string })), '{"x":"1","type":"a","n":1,"y":"2"}'],
    ["adjacent", taggedUnion("t", () => ({ a: object(() => ({ c: list(int32) })) })), '{"t":"a","c":[1]}'],
    ["external", externalUnion(() => ({ a: int32, b: string })), '{"b":"x"}'],
    ["unknown external of an open one", externalUnion(() => ({ a: int32 }), "open"), '{"c":{"d":1}}'],
    ["external with more", externalUnion(() => ({ a: int32 })), '{"x":1,"a":2}'],
    ["untagged string", untaggedUnion(() => [["string", string], ["number", int32]]), '"x"'],
    ["untagged number", untaggedUnion(() => [["string", string], ["number", int32]]), "7"],
    ["untagged boolean and list", untaggedUnion(() => [["boolean", bool], ["list", list(int32)]]), "[1]"],
    ["untagged objects by their members", untaggedUnion(() => [["object", object(() => ({ a: string })), "a"], ["object", object(() => ({ b: int32 })), "b"]]), '{"b":1}'],
  ])("%s", async (_, codec, text) => expect(await decode(codec, text)).toEqual(JSON.parse(text)));

  it.each<[string, Codec<unknown>, string, string, string, string]>([
    ["missing tag", Closed, "{}", "$.type", '"a" | "b"', "nothing"],
    ["missing tag of an open one", Open, "{}", "$.type", '"a" | "b"', "nothing"],
    ["tag of another kind", Open, '{"type":1}', "$.type", '"a" | "b"', "1"],
    ["unknown variant of a closed one", Closed, '{"type":"c"}', "$.type", '"a" | "b"', "string"],
    ["variant called constructor", Closed, '{"type":"constructor"}', "$.type", '"a" | "b"', "string"],
    ["inside a variant", Closed, '{"type":"a","n":"1"}', "$.n", "int32", "string"],
    ["inside a spread", object(() => ({ "...u": spread(Closed) })), '{"type":"a","n":"1"}', "$.n", "int32", "string"],
    ["unknown external", externalUnion(() => ({ a: int32, b: string })), '{"c":1}', "$", 'one of "a" | "b"', "object"],
    ["two external", externalUnion(() => ({ a: int32, b: string })), '{"a":1,"b":"x"}', "$", 'one of "a" | "b"', "object"],
    ["no external of an open one", externalUnion(() => ({ a: int32 }), "open"), "{}", "$", 'one of "a"', "object"],
    ["two unknown external of an open one", externalUnion(() => ({ a: int32 }), "open"), '{"c":1,"d":2}', "$", 'one of "a"', "object"],
    ["inside an external", externalUnion(() => ({ a: int32 })), '{"a":"x"}', "$.a", "int32", "string"],
    ["untagged of no kind", untaggedUnion(() => [["string", string], ["object", Context, "id", "x"]]), "1", "$", "string | object with id with x", "1"],
    ["untagged null", untaggedUnion(() => [["object", Context]]), "null", "$", "object", "null"],
    ["untagged without its member", untaggedUnion(() => [["object", Context, "toString"]]), "{}", "$", "object with toString", "object"],
  ])("%s", async (_, codec, text, path, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.path, error.expected, error.got]).toEqual([path, expected, got]);
  });
});

describe("JSON-10: 64-bit integers", () => {
  it.each<Good>([
    ["beyond 2^53", int64, "9007199254740993", 9007199254740993n],
    ["least", int64, "-9223372036854775808", -(2n ** 63n)],
    ["greatest", int64, "9223372036854775807", 2n ** 63n - 1n],
    ["small", int64, "-5", -5n],
    ["with a zero fraction", int64, "9007199254740993.00", 9007199254740993n],
    ["with an exponent", int64, "90071992547409930E-1", 9007199254740993n],
    ["with a large exponent", int64, "12.5e17", 1250000000000000000n],
    ["uint64 greatest", uint64, "18446744073709551615", 2n ** 64n - 1n],
    ["as text", int64Text, '"-9223372036854775808"', -(2n ** 63n)],
    ["uint64 as text", uint64Text, '"18446744073709551615"', 2n ** 64n - 1n],
    ["as a number of the program", int64Number, "9007199254740991", 9007199254740991],
    ["uint64 as a number", uint64Number, "7", 7],
    ["text as a number", int64TextNumber, '"-7"', -7],
    ["uint64 text as a number", uint64TextNumber, '"7"', 7],
    ["as digits", int64String, "9007199254740993", "9007199254740993"],
    ["uint64 as digits", uint64String, "18446744073709551615", "18446744073709551615"],
    ["text as digits", int64TextString, '"12"', "12"],
    ["uint64 text as digits", uint64TextString, '"12"', "12"],
  ])("%s", async (_, codec, text, value) => expect(await decode(codec, text)).toEqual(value));

  it.each<Bad>([
    ["above", int64, "9223372036854775808", "int64", "9223372036854776000"],
    ["below", int64, "-9223372036854775809", "int64", "-9223372036854776000"],
    ["a fraction", int64, "1.5", "int64", "1.5"],
    ["a large fraction", int64, "9007199254740993.5e-1", "int64", "900719925474099.4"],
    ["a rounded fraction", int64, "9007199254740993.5", "int64", "9007199254740994"],
    ["a huge exponent", int64, "1e300", "int64", "1e+300"],
    ["text", int64, '"1"', "int64", "string"],
    ["negative uint64", uint64, "-1", "uint64", "-1"],
    ["above uint64", uint64, "18446744073709551616", "uint64", "18446744073709552000"],
    ["number for text", int64Text, "1", "int64 as string", "1"],
    ["leading zero", int64Text, '"01"', "int64 as string", "string"],
    ["leading plus", int64Text, '"+1"', "int64 as string", "string"],
    ["text above", int64Text, '"9223372036854775808"', "int64 as string", "string"],
    ["negative uint64 text", uint64Text, '"-1"', "uint64 as string", "string"],
    ["a number cannot hold it", int64Number, "9007199254740993", "int64 within 2^53", "9007199254740992"],
    ["nor from text", int64TextNumber, '"9007199254740993"', "int64 within 2^53 as string", "string"],
    ["nor unsigned", uint64Number, "9007199254740993", "uint64 within 2^53", "9007199254740992"],
    ["nor unsigned text", uint64TextNumber, '"-1"', "uint64 within 2^53 as string", "string"],
    ["digits of text", int64TextString, '"x"', "int64 as string", "string"],
    ["digits of unsigned text", uint64TextString, '"-1"', "uint64 as string", "string"],
    ["digits of unsigned", uint64String, "-1", "uint64", "-1"],
  ])("%s", async (_, codec, text, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.path, error.expected, error.got]).toEqual(["$", expected, got]);
  });

  it("reads everything beside it as it would otherwise", async () => {
    const codec = object<Record<string, unknown>>(() => ({ big: int64, float: float64, int: int32, text: string, any: jsonValue, flags: list(nullable(bool)) }));
    const text = `{ "big" : 9007199254740993 , "float":9007199254740993,"int":1,"text":"\\u00e9\\"\\\\,]}","any":{"__proto__":[9007199254740993,{}],"x":[]},"flags":[ true,false , null],"__proto__":-0.5e1}`;
    const value = await decode(codec, text);
    expect([value.big, value.float, value.int, value.text, value.flags]).toEqual([9007199254740993n, 9007199254740992, 1, 'é"\\,]}', [true, false, null]]);
    expect(Object.entries(value.any as object)).toEqual([
      ["__proto__", [9007199254740992, {}]],
      ["x", []],
    ]);
    expect(Object.entries(value).at(-1)).toEqual(["__proto__", -5]);
  });

  it("leaves the path alone", async () => {
    const codec = object(() => ({ list: list(int64), x: string }));
    expect((await mismatch(codec, '{"list":[1,9007199254740993],"x":1}')).path).toBe("$.x");
  });

  it("reads long strings beside large integers", async () => {
    const long = "x".repeat(5_000_000);
    expect(await decode(object<Record<string, unknown>>(() => ({ a: int64, s: string })), `{"a":9007199254740993,"s":"${long}"}`)).toEqual({ a: 9007199254740993n, s: long });
  });
});

describe("JSON-13: bytes", () => {
  const all = new Uint8Array([251, 255, 254, 1]);
  it.each<Good>([
    ["padded", bytes, '"+//+AQ=="', all],
    ["unpadded", bytes, '"+//+AQ"', all],
    ["url-safe", bytes, '"-__-AQ"', all],
    ["empty", bytes, '""', new Uint8Array()],
    ["base64url", bytesBase64Url, '"-__-AQ"', all],
    ["hex", bytesHex, '"fbFFfe01"', all],
    ["empty hex", bytesHex, '""', new Uint8Array()],
  ])("%s", async (_, codec, text, value) => expect(await decode(codec, text)).toEqual(value));

  it.each<Bad>([
    ["a lone digit", bytes, '"AAAAA"', "base64", "string"],
    ["another character", bytes, '"A A="', "base64", "string"],
    ["number", bytes, "1", "base64", "1"],
    ["base64url", bytesBase64Url, '"*"', "base64url", "string"],
    ["odd hex", bytesHex, '"abc"', "hex", "string"],
    ["no hex", bytesHex, '"xg"', "hex", "string"],
  ])("%s", async (_, codec, text, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.expected, error.got]).toEqual([expected, got]);
  });
});

describe("JSON-14, JSON-15: texts", () => {
  it("skips a leading byte order mark", async () => expect(await decode(string, '\ufeff"x"')).toBe("x"));

  it.each(["{", "NaN", "[1,]", " ", "undefined"])("%j is no JSON", async (text) => {
    const error = await mismatch(jsonValue, text);
    expect([error.message, error.path]).toEqual(["things.test: 200 Decode: $ expected JSON, got other text", "$"]);
  });

  const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
  it("reads 128 levels", async () => expect(JSON.stringify(await decode(jsonValue, nested(128)))).toBe(nested(128)));

  it.each([129, 100_000])("refuses %d levels, typed or not", async (levels) => {
    const error = await mismatch(jsonValue, nested(levels));
    expect([error.expected, error.got]).toEqual(["at most 128 levels", "more"]);
    expect((await mismatch(object(() => ({ a: string })), `{"a":"x","b":${nested(levels)}}`)).expected).toBe("at most 128 levels");
  });
});

describe("JSON-6: the excerpt", () => {
  it("is the largest value around the place that has 200 characters", async () => {
    const inner = { "a b": 7, pad: "p".repeat(170) };
    const error = await mismatch(Context, JSON.stringify({ id: "1", tags: [inner], more: "m".repeat(50) }));
    expect(error.excerpt).toBe(JSON.stringify([inner]));
  });

  it("is all of a short answer", async () => expect((await mismatch(Context, '{"id": 1}')).excerpt).toBe('{"id":1}'));
  it("is the start of a long value", async () => expect((await mismatch(int32, JSON.stringify("x".repeat(500)))).excerpt).toBe(`"${"x".repeat(199)}`));
  it("stands for a missing member by the object it misses in", async () => expect((await mismatch(Context, JSON.stringify({ x: "x".repeat(300) }))).excerpt).toHaveLength(200));
  it("is the start of what is no JSON", async () => expect((await mismatch(int32, `<${"x".repeat(500)}`)).excerpt).toBe(`<${"x".repeat(199)}`));
  it("leaves the whole body beside it", async () => expect((await mismatch(int32, '"x"')).rawBody).toBe('"x"'));
});

describe("JSON-16, JSON-17: empty and other bodies", () => {
  const send = <T>(returns: Record<number, import("../../templates/typescript/runtime/index.js").Reader<T>>, transport: ReturnType<typeof answering>): Promise<T> =>
    callOf<T>(clientOf({ transport }), { returns }).send();

  it.each([204, 205])("%d is absent", async (status) => {
    expect(await send({ [status]: json(optional(string)) }, answering(null, { status }))).toBeUndefined();
  });

  it("an empty 200 is absent, whatever its type", async () => {
    expect(await send({ 200: json(optional(string)) }, answering("", { headers: { "content-type": "text/html" } }))).toBeUndefined();
  });

  it("an empty body where a value is required is a Decode error", async () => {
    const error = await mismatch(string, "");
    expect([error.message, error.excerpt, error.rawBody]).toEqual(["things.test: 200 Decode: $ expected string, got nothing", "", ""]);
  });

  it("operations that return nothing accept any body", async () => {
    expect(await send({ 204: nothing }, answering("<h1>", { status: 200 }))).toBeUndefined();
    expect(await send({ 204: nothing }, answering(null, { status: 204 }))).toBeUndefined();
  });

  it.each(["application/json", "APPLICATION/JSON", "application/json; charset=utf-8", "application/problem+json", "application/vnd.x+JSON ;v=1"])("%s is JSON", async (type) => {
    expect(await send({ 200: json(string) }, answering('"x"', { headers: { "content-type": type } }))).toBe("x");
  });

  it.each([
    ["text/html; charset=utf-8", "text/html; charset=utf-8"],
    ["application/jsonp", "application/jsonp"],
    ["text/x; a=application/json", "text/x; a=application/json"],
    [undefined, "nothing"],
  ])("JSON-17: %s is not", async (type, got) => {
    const body = new TextEncoder().encode('"<html>"');
    const transport = answering(body, type ? { headers: { "content-type": type } } : {});
    const error = await failureOf({ send: () => send({ 200: json(string) }, transport) }, DecodeError);
    expect(error.message).toBe(`things.test: 200 Decode: content-type expected application/json, got ${got}`);
    expect([error.path, error.excerpt]).toEqual(["content-type", '"<html>"']);
  });

  it("text and bytes are given as they are", async () => {
    expect(await send({ 200: textBody() }, answering("é"))).toBe("é");
    expect(await send({ 200: bytesBody() }, answering("é"))).toEqual(new Uint8Array([195, 169]));
  });

  it("ERR-1: an undeclared 2xx is read like the first declared one", async () => {
    expect(await send({ 200: json(string) }, answering('"x"', { status: 203, headers: { "content-type": "application/json" } }))).toBe("x");
  });

  it("several declared ones are read each by its own", async () => {
    const returns = { 200: json(string), 202: nothing as never };
    expect(await send(returns, answering("x", { status: 202 }))).toBeUndefined();
    expect(await send(returns, jsonAnswer('"x"'))).toBe("x");
  });
});
