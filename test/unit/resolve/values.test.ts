import { describe, expect, test } from "vitest";
import { scalarMisfit } from "../../../generator/resolve/values/scalar-values.js";
import type { ScalarRef } from "../../../generator/model/type-ref.js";
import type { Json } from "../../../generator/model/described.js";
import { findings, resolveText } from "../../support/schema.js";

const of = (scalar: ScalarRef["scalar"], more: Omit<ScalarRef, "kind" | "scalar"> = {}): ScalarRef => ({ kind: "scalar", scalar, ...more });

describe("a scalar admits", () => {
  test.each<[ScalarRef, readonly Json[]]>([
    [of("string"), ["", "x"]],
    [of("bool"), [true, false]],
    [of("int32"), [-2147483648, 2147483647, 1e3]],
    [of("uint32"), [0, 4294967295]],
    [of("int64"), [5, "9223372036854775807", "-9223372036854775808"]],
    [of("uint64"), [0, "18446744073709551615"]],
    [of("int64", { encoding: "string" }), ["5", "-5"]],
    [of("uint64", { encoding: "string" }), ["5"]],
    [of("float64"), [1.5, -1e300, 1e-7]],
    [of("float64", { constraints: { min: 0, max: 1 } }), [0, 1e-7, 1]],
    [of("decimal"), ["1.50", "-2"]],
    [of("decimal", { encoding: "number" }), [1.5]],
    [of("bytes"), ["", "aGk=", "a-_b", "aGk"]],
    [of("bytes", { encoding: "base64url" }), ["a-_b"]],
    [of("bytes", { encoding: "hex" }), ["", "0aFF"]],
    [of("uuid"), ["123E4567-e89b-12d3-a456-426614174000"]],
    [of("url"), ["https://x.example/a?b", "mailto:a@b"]],
    [of("date"), ["2024-02-29", "2000-02-29", "2026-02-28", "2026-12-31", "2026-04-30", "2026-01-01"]],
    [of("time"), ["23:59:59", "00:00", "12:30:00.123Z", "12:30+02:00"]],
    [of("datetime"), ["2026-01-31T23:59:59Z", "2026-01-31t23:59:60.123456789+05:30"]],
    [of("datetime", { encoding: "unix" }), [5]],
    [of("duration"), ["PT30S", "P1D", "P1Y2M3W4DT5H6M7.5S"]],
    [of("duration", { encoding: "milliseconds" }), [5]],
    [of("json"), [null, 5, "x", [], {}]],
    [of("string", { constraints: { min: 1, max: 2 } }), ["a", "👍👍"]],
    [of("bytes", { constraints: { min: 2, max: 2 } }), ["aGk=", "aGk"]],
    [of("bytes", { encoding: "hex", constraints: { min: 2, max: 2 } }), ["0a0b"]],
    [of("string", { constraints: { pattern: "^a+$" } }), ["aa"]],
    [of("uint64", { constraints: { min: "18446744073709551614" } }), ["18446744073709551614"]],
    [of("decimal", { constraints: { min: "0.10", max: "0.2" } }), ["0.1", "0.20"]],
  ])("%j", (type, values) => {
    expect(values.map((value) => scalarMisfit(type, value))).toEqual(values.map(() => undefined));
  });
});

describe("a scalar refuses", () => {
  test.each<[ScalarRef, Json, string]>([
    [of("string"), 5, "is not a string"],
    [of("bool"), "true", "is not a bool"],
    [of("bool"), 1, "is not a bool"],
    [of("int32"), "5", "is not a number"],
    [of("int32"), null, "is not a number"],
    [of("int32"), 1.5, "is not an integer"],
    [of("int32"), 2147483648, "is outside int32"],
    [of("int32"), -2147483649, "is outside int32"],
    [of("uint32"), -1, "is outside uint32"],
    [of("int64"), "5", "is not a number"],
    [of("int64"), "9223372036854775808", "is outside int64"],
    [of("uint64"), "18446744073709551616", "is outside uint64"],
    [of("int64", { encoding: "string" }), 5, "is not a string"],
    [of("int64", { encoding: "string" }), "x5", "is not an integer"],
    [of("int64", { encoding: "string" }), "5x", "is not an integer"],
    [of("uint64", { encoding: "string" }), "-5", "is not an integer"],
    [of("float64"), "1.5", "is not a number"],
    [of("float64", { constraints: { min: 1 } }), 0.5, "is below the least 1"],
    [of("float64", { constraints: { max: 0 } }), 1e-7, "is above the greatest 0"],
    [of("decimal"), 1.5, "is not a string"],
    [of("decimal"), "1e5", "is not a decimal number"],
    [of("decimal"), "x1", "is not a decimal number"],
    [of("decimal", { constraints: { max: "0.1" } }), "0.11", "is above the greatest 0.1"],
    [of("decimal", { encoding: "number" }), "1", "is not a number"],
    [of("uint64", { constraints: { max: "9007199254740992" } }), "9007199254740993", "is above the greatest 9007199254740992"],
    [of("bytes"), "a$", "is not base64"],
    [of("bytes"), "$a", "is not base64"],
    [of("bytes"), "a===", "is not base64"],
    [of("bytes", { encoding: "base64url" }), "a+/b", "is not base64url"],
    [of("bytes", { encoding: "hex" }), "abc", "is not hexadecimal"],
    [of("bytes", { encoding: "hex" }), "0g", "is not hexadecimal"],
    [of("bytes", { constraints: { min: 3 } }), "aGk=", "is below the least length 3"],
    [of("bytes", { encoding: "hex", constraints: { max: 1 } }), "0a0b", "is above the greatest length 1"],
    [of("uuid"), "123e4567-e89b-12d3-a456-42661417400", "is not a UUID"],
    [of("uuid"), "x123e4567-e89b-12d3-a456-426614174000", "is not a UUID"],
    [of("url"), "/a", "is not an absolute URL"],
    [of("url"), "https:", "is not an absolute URL"],
    [of("url"), "https://a b", "is not an absolute URL"],
    [of("date"), "2026-1-01", "is not a date (`2026-01-31`)"],
    [of("date"), "2026-00-01", "is not a date (`2026-01-31`)"],
    [of("date"), "2026-01-32", "is not a date (`2026-01-31`)"],
    [of("date"), "2026-01-01T00:00:00Z", "is not a date (`2026-01-31`)"],
    ...["2025-02-29", "1900-02-29", "2024-02-30", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31"].map(
      (day): [ScalarRef, Json, string] => [of("date"), day, "is a day that its month does not have"],
    ),
    [of("datetime"), "2026-04-31T00:00:00Z", "is a day that its month does not have"],
    [of("datetime"), "2026-01-31T23:59:59", "is not a date and time of RFC 3339 (`2026-01-31T23:59:59Z`)"],
    [of("datetime"), "2026-01-31 23:59:59Z", "is not a date and time of RFC 3339 (`2026-01-31T23:59:59Z`)"],
    [of("datetime"), "2026-01-31T24:00:00Z", "is not a date and time of RFC 3339 (`2026-01-31T23:59:59Z`)"],
    [of("datetime"), 5, "is not a string"],
    [of("datetime", { encoding: "unix" }), "2026-01-31T23:59:59Z", "is not a number"],
    [of("time"), "24:00", "is not a time (`23:59:59`)"],
    [of("time"), "1:00", "is not a time (`23:59:59`)"],
    [of("duration"), "30s", "is not an ISO 8601 duration (`PT30S`)"],
    [of("duration"), "P", "is not an ISO 8601 duration (`PT30S`)"],
    [of("duration"), "P1DT", "is not an ISO 8601 duration (`PT30S`)"],
    [of("string", { constraints: { min: 2 } }), "👍", "is below the least length 2"],
    [of("string", { constraints: { max: 1 } }), "ab", "is above the greatest length 1"],
    [of("string", { constraints: { pattern: "^a" } }), "ba", "does not match /^a/"],
  ])("%j: %j %s", (type, value, problem) => {
    expect(scalarMisfit(type, value)).toBe(problem);
  });
});

const types = `  Color: {$enum: [red, green], $open: false}
  Level: {$enum: {low: 1}, $base: int32}
  Team: {name: string, boss?: Team}
  Shape: {$tag: kind, $union: {box: {size: int32}, dot: , round: Circle}}
  Circle: {radius: float64, $extra: bool}
  Drawn: {id: string, ...shape: Shape, note?: string | null}
  Event: {$tag: t, $content: c, $base: {at?: int32}, $union: {text: string, team: Team, gone: , sized: {size: int32}}}
  Place: {$placement: external, $base: {id?: int32}, $union: {city: {name: string}, point: "int32[]", nowhere: }}
  Value: {$placement: untagged, $union: {n: int32, s: {s: string}, l: "string[]"}}
  Page<T>: {data: "T[]"}
  Open: {id: string, $extra: int32}
  Odd: {"a.b": string, "x y"?: int32}
  Key: {$alias: string(1..3)}
`;

/** What is said about one value of one type; the value is written as JSON, which is YAML as well. */
function problems(type: string, value: Json): readonly string[] {
  const probe = `  Probe: {$alias: ${JSON.stringify(type)}, $example: ${JSON.stringify(value)}}\n`;
  return resolveText(`heddle: 1\napi: shop\ntypes:\n${types.replace('"x y"?', "xy?")}${probe}`).diagnostics.map(({ message }) =>
    message.replace(/^the example/, "").trim(),
  );
}

test.each<[string, Json, readonly string[]]>([
  ["Color", "red", []],
  ["Color", "blue", ["is no value of `Color`"]],
  ["Color", 1, ["is not a string"]],
  ["Level", 1, []],
  ["Level", 2, ["is no value of `Level`"]],
  ["Level", "low", ["is not an integer"]],
  ["Team", { name: "a", boss: { name: "b" } }, []],
  [
    "Team",
    { name: "a", boss: { nam: "b" } },
    [", at `boss`, lacks the required field `name`", ", at `boss`, has no field `nam` (did you mean `name`?)"],
  ],
  ["Team", [], ["is not an object"]],
  ["Team", "x", ["is not an object"]],
  ["Team | null", null, []],
  ["Team", null, ["is not an object"]],
  ["Key[]", ["a", "abcd", 5], [", at `[1]`, is above the greatest length 3", ", at `[2]`, is not a string"]],
  ["Key[]", {}, ["is not a list"]],
  ["Key[](2..)", ["a"], ["has fewer than 2 items"]],
  ["Key[](..1)", ["a", "b"], ["has more than 1 items"]],
  ["Key[](2..2)", ["a", "b"], []],
  ["map<int32>", { a: 1, "b c": 2 }, []],
  ["map<int32>", { "b c": "x", d: null }, [', at `["b c"]`, is not a number', ", at `d`, is not a number"]],
  ["map<int32>", [], ["is not an object"]],
  ["map<int32>", null, ["is not an object"]],
  ["Page<Key>", { data: ["a", 5] }, [", at `data[1]`, is not a string"]],
  ['"a" | 5', 5, []],
  ['"a" | 5', "b", ['is none of "a", 5']],
  ["string | bool", 5, ["is none of string, bool"]],
  ["Shape", { kind: "box", size: 1 }, []],
  ["Shape", { kind: "dot" }, []],
  ["Shape", { kind: "dot", size: 1 }, ["has no field `size`"]],
  ["Shape", { kind: "round", radius: 1.5, more: true }, []],
  ["Shape", { kind: "round" }, ["lacks the required field `radius`"]],
  ["Shape", { kind: "oval", size: 1 }, [", at `kind`, is no variant of `Shape`"]],
  ["Shape", { size: 1 }, ["lacks the tag `kind` of `Shape`"]],
  ["Shape", 5, ["is not an object"]],
  ["Drawn", { id: "x", kind: "box", size: 1, note: null }, []],
  [
    "Drawn",
    { kind: "box", size: "1", other: 1 },
    ["lacks the required field `id`", ", at `size`, is not a number", "has no field `other`"],
  ],
  ["Event", { t: "text", c: "x", at: 5 }, []],
  ["Event", { t: "team", c: { name: 5 } }, [", at `c.name`, is not a string"]],
  ["Event", { t: "gone" }, []],
  ["Event", { t: "sized", c: { size: 1, x: 1 } }, [", at `c`, has no field `x`"]],
  ["Event", { t: "sized", c: [] }, ["lacks the object `c`"]],
  ["Event", { t: "sized" }, ["lacks the object `c`"]],
  ["Event", { t: "text" }, ["lacks the required field `c`"]],
  ["Event", { c: "x" }, ["lacks the tag `t` of `Event`"]],
  ["Place", { city: { name: "x" }, id: 1 }, []],
  ["Place", { point: [1] }, []],
  ["Place", { nowhere: {} }, []],
  ["Place", { city: { name: "x" }, point: [1] }, ["needs exactly one variant of `Place` as its key"]],
  ["Place", {}, ["needs exactly one variant of `Place` as its key"]],
  [
    "Place",
    { city: { nam: "x" } },
    [", at `city`, lacks the required field `name`", ", at `city`, has no field `nam` (did you mean `name`?)"],
  ],
  ["Place", { point: ["x"], id: "x" }, [", at `id`, is not a number", ", at `point[0]`, is not a number"]],
  ["Value", 5, []],
  ["Value", { s: "x" }, []],
  ["Value", ["x"], []],
  ["Value", true, ["fits no variant of `Value`"]],
  ["Value", ["x", 5], [", at `[1]`, is not a string"]],
  ["Value", {}, ["lacks the required field `s`"]],
  ["Open", { id: "x", more: 5 }, []],
  ["Open", { id: "x", more: "5" }, [", at `more`, is not a number"]],
  ["Odd", { "a.b": 5 }, [', at `["a.b"]`, is not a string']],
  ["json", { anything: [null] }, []],
])("%s: %j: %j", (type, value, expected) => {
  expect([...problems(type, value)].sort()).toEqual([...expected].sort());
});

test("a key `__proto__` is a field like any other", () => {
  const schema =
    'heddle: 1\napi: shop\ntypes:\n  Odd: {__proto__: string, constructor?: bool}\n  A: {$alias: Odd, $examples: [{"__proto__": x}, {}, {"__proto__": 5, toString: 1}]}\n';
  expect(findings(schema).map((text) => text.replace(/.*the example/, ""))).toEqual([
    " lacks the required field `__proto__`",
    ", at `__proto__`, is not a string",
    " has no field `toString`",
  ]);
});
