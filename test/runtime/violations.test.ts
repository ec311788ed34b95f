import { describe, expect, it } from "vitest";
import {
  bool,
  bytes,
  closedEnum,
  constant,
  constrained,
  datetime,
  decimalRange,
  externalUnion,
  float64,
  int32,
  int64,
  int64Number,
  int64String,
  InvalidArgumentError,
  jsonValue,
  length,
  list,
  map,
  object,
  optional,
  pattern,
  range,
  spread,
  string,
  taggedUnion,
  uint64,
  untaggedUnion,
  type Codec,
  type Violation,
} from "../../templates/typescript/runtime/index.js";
import { encode } from "./in-memory.js";
import { failureOf, type Options } from "./service.js";

async function violations(codec: Codec<unknown>, value: unknown, options: Options = {}): Promise<readonly Violation[]> {
  return (await failureOf({ send: () => encode(codec, value, options) }, InvalidArgumentError)).violations;
}

const rules = async (codec: Codec<unknown>, value: unknown): Promise<string[]> =>
  (await violations(codec, value)).map(({ path, rule }) => `${path} ${rule}`);

const Run = taggedUnion("type", () => ({
  new_message: object(() => ({ message: string, files: optional(list(string)) })),
  continue: object(() => ({ files: optional(list(string)) })),
}));
const Execute = object(() => ({ agent_name: string, "...execution_type": spread(Run), trace: optional(bool) }));

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
    [
      "range includes its bounds",
      list(constrained(int32, range(1, 3))),
      [1, 3, 0, 4],
      ["body[2] must be at least 1", "body[3] must be at most 3"],
    ],
    ["range without least", constrained(int32, range(undefined, 3)), 4, ["body must be at most 3"]],
    ["range without greatest", constrained(int32, range(0)), -1, ["body must be at least 0"]],
    ["bigint range", constrained(int64, range(-5n, 5n)), 6n, ["body must be at most 5"]],
    ["bigint range of digits", constrained(int64String, range(undefined, 5n)), "10", ["body must be at most 5"]],
    [
      "length counts code points",
      list(constrained(string, length(2, 2))),
      ["🧵🧵", "🧵", "abc"],
      ["body[1] length must be at least 2", "body[2] length must be at most 2"],
    ],
    ["length of bytes", constrained(bytes, length(2)), new Uint8Array(1), ["body length must be at least 2"]],
    ["length of lists", constrained(list(int32), length(undefined, 1)), [1, 2], ["body length must be at most 1"]],
    ["length of what has none", constrained(string, length(1)), 7, ["body expected string, got 7"]],
    ["pattern of what is no text", constrained(string, pattern("x")), null, ["body expected string, got null"]],
    ["a pattern counts code points", list(constrained(string, pattern("^.$"))), ["🧵", "ab"], ["body[1] must match ^.$"]],
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
    [
      "member of a variant",
      Execute,
      { type: "new_message" },
      ["body.agent_name expected string, got nothing", "body.message expected string, got nothing"],
    ],
    ["external of none", externalUnion(() => ({ a: int32 })), {}, ['body expected one of "a", got object']],
    [
      "external with an undefined member",
      externalUnion(() => ({ a: int32, b: int32 })),
      { a: undefined, b: "x" },
      ["body.b expected int32, got string"],
    ],
    ["untagged of none", untaggedUnion(() => [["string", string]]), true, ["body expected string, got boolean"]],
    ["bigint in json", jsonValue, { a: 1n }, ["body cannot be written as JSON"]],
  ])("%s", async (_, codec, value, expected) => expect(await rules(codec, value)).toEqual(expected));

  it.each(["__proto__", "constructor"])("JSON-14: a missing member called %s", async (name) => {
    const codec = object(() => ({ [name]: string }));
    expect(await rules(codec, {})).toEqual([`body.${name} expected string, got nothing`]);
  });

  it("a value that contains itself", async () => {
    const value: Record<string, unknown> = {};
    value.self = value;
    const Node: Codec<unknown> = object(() => ({ self: optional(Node) }));
    expect(await rules(jsonValue, value)).toEqual(["body cannot be written as JSON"]);
    expect(await rules(Node, value)).toEqual(["body cannot be written as JSON"]);
  });

  it("what is absent breaks no rule", async () => {
    const codec = object(() => ({
      a: constrained(optional(string), length(1), pattern("x")),
      b: constrained(optional(int32), range(1, 2)),
    }));
    expect(await encode(codec, {})).toBe("{}");
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
    ["1e9", "2", "1", undefined],
  ])("decimal %s between %s and %s", (value, min, max, broken) => {
    expect(decimalRange(min, max)(value)).toBe(broken);
  });
});
