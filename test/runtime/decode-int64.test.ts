import { describe, expect, it } from "vitest";
import {
  bool,
  DecodeError,
  float64,
  int32,
  int64,
  int64Number,
  int64String,
  int64Text,
  int64TextNumber,
  int64TextString,
  jsonValue,
  list,
  nullable,
  object,
  string,
  uint64,
  uint64Number,
  uint64String,
  uint64Text,
  uint64TextNumber,
  uint64TextString,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { decode } from "./in-memory.js";
import { failureOf } from "./service.js";

async function mismatch(codec: Codec<unknown>, text: string): Promise<DecodeError> {
  return failureOf({ send: () => decode(codec, text) }, DecodeError);
}

type Good = [name: string, codec: Codec<unknown>, text: string, value?: unknown];
type Bad = [name: string, codec: Codec<unknown>, text: string, expected: string, got: string];

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
    ["digits of a fraction", int64String, "1.5", "int64", "1.5"],
    ["digits of unsigned", uint64String, "-1", "uint64", "-1"],
  ])("%s", async (_, codec, text, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.path, error.expected, error.got]).toEqual(["$", expected, got]);
  });

  it("reads everything beside it as it would otherwise", async () => {
    const codec = object<Record<string, unknown>>(() => ({
      big: int64,
      float: float64,
      int: int32,
      text: string,
      any: jsonValue,
      flags: list(nullable(bool)),
    }));
    const text = `{ "big" : 9007199254740993 , "float":9007199254740993,"int":1,"text":"\\u00e9\\"\\\\,]}","any":{"__proto__":[9007199254740993,{}],"x":[]},"flags":[ true,false , null],"__proto__":-0.5e1}`;
    const value = await decode(codec, text);
    expect([value.big, value.float, value.int, value.text, value.flags]).toEqual([
      9007199254740993n,
      9007199254740992,
      1,
      'é"\\,]}',
      [true, false, null],
    ]);
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
    expect(
      await decode(
        object<Record<string, unknown>>(() => ({ a: int64, s: string })),
        `{"a":9007199254740993,"s":"${long}"}`,
      ),
    ).toEqual({ a: 9007199254740993n, s: long });
  });
});
