import { describe, expect, it } from "vitest";
import {
  bool,
  closedEnum,
  DecodeError,
  exhaustiveObject,
  extensibleObject,
  externalUnion,
  int32,
  int64,
  jsonValue,
  lazy,
  list,
  map,
  namedEnum,
  nullable,
  object,
  openEnum,
  optional,
  spread,
  string,
  taggedUnion,
  untaggedUnion,
  withDefault,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { decode } from "./in-memory.js";
import { failureOf } from "./service.js";

async function mismatch(codec: Codec<unknown>, text: string): Promise<DecodeError> {
  return failureOf({ send: () => decode(codec, text) }, DecodeError);
}

type Good = [name: string, codec: Codec<unknown>, text: string, value?: unknown];

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

  it("a type that is asked for when it is needed is what it stands for", async () => {
    const Tree: Codec<unknown> = object(() => ({ left: optional(lazy(() => Tree)), note: optional(lazy(() => nullable(string))) }));
    expect(await decode(Tree, '{"left":{"note":null},"note":"x"}')).toEqual({ left: { note: null }, note: "x" });
    expect(Object.keys((await decode(Tree, '{"left":null}')) as object)).toEqual([]);
    expect((await mismatch(Tree, '{"left":{"left":1}}')).path).toBe("$.left.left");
  });

  it("JSON-7: keeps members that the type does not name", async () => {
    expect(await decode(Context, '{"x":{"y":1},"id":"1"}')).toEqual({ x: { y: 1 }, id: "1" });
    expect(
      await decode(
        exhaustiveObject(() => ({ id: string })),
        '{"x":1,"id":"1"}',
      ),
    ).toEqual({ x: 1, id: "1" });
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
    expect(
      await decode(
        object(() => ({ a: withDefault(int32, 7) })),
        "{}",
      ),
    ).toEqual({});
  });
});

describe("JSON-8: enums", () => {
  it("have their values as members where they are named", async () => {
    const names = { low: 1, high: 9 } as const;
    const Level = namedEnum<1 | 9, typeof names>(closedEnum, names);
    expect([Level.low, Level.high, Level.values]).toEqual([1, 9, [1, 9]]);
    expect(await decode(Level, "9")).toBe(Level.high);
    await expect(decode(Level, "2")).rejects.toThrow("expected 1 | 9, got 2");
  });

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
    [
      "untagged string",
      untaggedUnion(() => [
        ["string", string],
        ["number", int32],
      ]),
      '"x"',
    ],
    [
      "untagged number",
      untaggedUnion(() => [
        ["string", string],
        ["number", int32],
      ]),
      "7",
    ],
    [
      "untagged boolean and list",
      untaggedUnion(() => [
        ["boolean", bool],
        ["list", list(int32)],
      ]),
      "[1]",
    ],
    [
      "untagged objects by their members",
      untaggedUnion(() => [
        ["object", object(() => ({ a: string })), "a"],
        ["object", object(() => ({ b: int32 })), "b"],
      ]),
      '{"b":1}',
    ],
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
    [
      "untagged of no kind",
      untaggedUnion(() => [
        ["string", string],
        ["object", Context, "id", "x"],
      ]),
      "1",
      "$",
      "string | object with id with x",
      "1",
    ],
    ["untagged null", untaggedUnion(() => [["object", Context]]), "null", "$", "object", "null"],
    ["untagged without its member", untaggedUnion(() => [["object", Context, "toString"]]), "{}", "$", "object with toString", "object"],
  ])("%s", async (_, codec, text, path, expected, got) => {
    const error = await mismatch(codec, text);
    expect([error.path, error.expected, error.got]).toEqual([path, expected, got]);
  });
});
