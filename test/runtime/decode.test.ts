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
  float32,
  float64,
  int32,
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
  string,
  textBody,
  bytesAnswer,
  time,
  uint32,
  url,
  uuid,
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

const Context = object<Record<string, unknown>>(() => ({
  id: string,
  title: optional(string),
  note: optional(nullable(string)),
  any: optional(jsonValue),
  tags: optional(list(object(() => ({ "a b": string })))),
}));

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
    expect(
      (
        await mismatch(
          object(() => ({ a: string })),
          `{"a":"x","b":${nested(levels)}}`,
        )
      ).expected,
    ).toBe("at most 128 levels");
  });
});

describe("JSON-6: the excerpt", () => {
  it("is the largest value around the place that has 200 characters", async () => {
    const inner = { "a b": 7, pad: "p".repeat(170) };
    const error = await mismatch(Context, JSON.stringify({ id: "1", tags: [inner], more: "m".repeat(50) }));
    expect(error.excerpt).toBe(JSON.stringify([inner]));
  });

  it("is all of a short answer", async () => expect((await mismatch(Context, '{"id": 1}')).excerpt).toBe('{"id":1}'));
  it("is the start of a long value", async () =>
    expect((await mismatch(int32, JSON.stringify("x".repeat(500)))).excerpt).toBe(`"${"x".repeat(199)}`));
  it("stands for a missing member by the object it misses in", async () =>
    expect((await mismatch(Context, JSON.stringify({ x: "x".repeat(300) }))).excerpt).toHaveLength(200));
  it("is the start of what is no JSON", async () =>
    expect((await mismatch(int32, `<${"x".repeat(500)}`)).excerpt).toBe(`<${"x".repeat(199)}`));
  it("leaves the whole body beside it", async () => expect((await mismatch(int32, '"x"')).rawBody).toBe('"x"'));
});

describe("JSON-16, JSON-17: empty and other bodies", () => {
  const send = <T>(
    returns: Record<number, import("../../templates/typescript/runtime/index.js").Reader<T>>,
    transport: ReturnType<typeof answering>,
  ): Promise<T> => callOf<T>(clientOf({ transport }), { returns }).send();

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

  it.each([
    "application/json",
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    "application/problem+json",
    "application/vnd.x+JSON ;v=1",
  ])("%s is JSON", async (type) => {
    expect(await send({ 200: json(string) }, answering('"x"', { headers: { "content-type": type } }))).toBe("x");
  });

  it.each([
    ["text/html; charset=utf-8", "text/html; charset=utf-8"],
    ["application/jsonp", "application/jsonp"],
    ["x-application/json", "x-application/json"],
    ["application/x+jsonp", "application/x+jsonp"],
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
    expect(await send({ 200: bytesAnswer() }, answering("é"))).toEqual(new Uint8Array([195, 169]));
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
