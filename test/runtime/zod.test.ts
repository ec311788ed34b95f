import { describe, expect, it } from "vitest";
import * as z from "zod";
import { bytes, constrained, date, int64, length, pattern, string } from "../../templates/typescript/runtime/index.js";
import {
  allOf,
  exhaustiveObject,
  extensibleObject,
  externalUnion,
  fits,
  object,
  openEnum,
  rule,
  taggedUnion,
  untaggedUnion,
} from "../../templates/typescript/runtime/zod/index.js";

/** What a schema says: the value it gives, or where and why it refuses it. */
function said(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  return success ? data : error.issues.map(({ path, message }) => [path.join("."), message].join(": "));
}

describe("openEnum", () => {
  it("takes what a newer service may have, of the same kind", () => {
    expect(said(openEnum(["a", "b"]), "a")).toBe("a");
    expect(said(openEnum(["a", "b"]), "c")).toBe("c");
    expect(said(openEnum(["a"]), 1)).toEqual([": Invalid input"]);
    expect(said(openEnum([1, 2]), 3)).toBe(3);
    expect(said(openEnum([1]), "1")).toEqual([": Invalid input"]);
  });
});

describe("objects", () => {
  const members = { a: z.string(), b: z.exactOptional(z.int()) };

  it("keep members that they do not name (JSON-7)", () => {
    expect(
      said(
        object(() => members),
        { a: "", c: 1 },
      ),
    ).toEqual({ a: "", c: 1 });
    expect(
      said(
        object(() => members),
        { a: "", b: "" },
      ),
    ).toEqual(["b: Invalid input: expected number, received string"]);
  });

  it("that are exhaustive drop them", () => {
    expect(
      said(
        exhaustiveObject(() => members),
        { a: "", c: 1 },
      ),
    ).toEqual({ a: "" });
  });

  it("that are extensible check them", () => {
    const open = extensibleObject(
      () => members,
      () => z.boolean(),
    );
    expect(said(open, { a: "", c: true, d: undefined })).toEqual({ a: "", c: true, d: undefined });
    expect(said(open, { a: "", c: 1 })).toEqual(["c: Invalid input: expected boolean, received number"]);
  });

  it("are asked for their members once, on first use, and can hold each other", () => {
    let asked = 0;
    const tree: z.ZodObject<{ children: z.ZodType }> = object(() => {
      asked++;
      return { children: z.array(tree) };
    });
    expect(asked).toBe(0);
    expect(said(tree, { children: [{ children: [] }, { children: 1 }] })).toEqual([
      "children.1.children: Invalid input: expected array, received number",
    ]);
    expect([Object.keys(tree.shape), tree.shape === tree.shape, asked]).toEqual([["children"], true, 1]);
    expect(tree.pick({ children: true }).safeParse({ children: [] }).success).toBe(true);
  });
});

describe("rules", () => {
  it("are reported in the words of the client, all of them", () => {
    const text = z.string().check(rule(length(3)), rule(pattern("^b")));
    expect(said(text, "a")).toEqual([": length must be at least 3", ": must match ^b"]);
    expect(said(text, "bcd")).toBe("bcd");
    expect(text.safeParse("a").error?.issues[0]).toMatchObject({ code: "custom" });
  });

  it("fits: whether a codec can send it, constraints aside", () => {
    expect(["2024-02-29", "2024-2-29", 5, undefined].map(fits(date))).toEqual([true, false, false, false]);
    expect([1n, 2n ** 63n].map(fits(int64))).toEqual([true, false]);
    expect([new Uint8Array(1), "AA=="].map(fits(bytes))).toEqual([true, false]);
    expect(fits(constrained(string, length(3)))("a")).toBe(true);
  });
});

describe("taggedUnion", () => {
  const circle = object(() => ({ radius: z.number() }));
  const square = object(() => ({ side: z.number() }));
  const shapes = { circle, square };
  const shape = (openness?: "open"): z.ZodType => taggedUnion("kind", () => shapes, openness);

  it.each([undefined, "open" as const])("%s: has the tag beside the members of its variant", (openness) => {
    const union = shape(openness);
    const value = { kind: "circle", radius: 1, more: true };
    expect(said(union, value)).toEqual(value);
    expect(said(union, { kind: "square", radius: 1 })).toEqual(["side: Invalid input: expected number, received undefined"]);
    expect(union.safeParse({ radius: 1 }).error?.issues[0]?.path).toEqual(["kind"]);
    expect(union.safeParse("circle").success).toBe(false);
  });

  it("closed: refuses other variants", () => {
    expect(shape().safeParse({ kind: "star" }).error?.issues[0]).toMatchObject({
      code: "invalid_union",
      discriminator: "kind",
      path: ["kind"],
    });
  });

  it("open: takes other variants as they are (JSON-9), under a tag that is a text", () => {
    const open = shape("open");
    expect(said(open, { kind: "star", points: 5 })).toEqual({ kind: "star", points: 5 });
    expect(said(open, { kind: 5 })).toEqual(["kind: Invalid input: expected string, received number"]);
    expect(said(open, null)).toEqual([": Invalid input: expected object, received null"]);
  });

  it("keeps what an exhaustive variant does not name", () => {
    const union = taggedUnion("kind", () => ({ circle: exhaustiveObject(() => ({ radius: z.number() })) }), "open");
    expect(said(union, { kind: "circle", radius: 1, more: true })).toEqual({ kind: "circle", radius: 1, more: true });
  });

  it("keeps to what an extensible variant says of the other members", () => {
    const part = object(() => ({ radius: z.number() })).catchall(z.number());
    const union = taggedUnion("kind", () => ({ circle: part }));
    expect(said(union, { kind: "circle", radius: 1, more: true })).toEqual(["more: Invalid input: expected number, received boolean"]);
  });

  it("has variants that are no plain objects", () => {
    const variants = { one: allOf(() => [circle, square]), two: square };
    const union = taggedUnion("kind", () => variants);
    expect(said(union, { kind: "one", radius: 1, side: 2 })).toEqual({ kind: "one", radius: 1, side: 2 });
    expect(said(union, { kind: "one", radius: 1 })).toEqual(["side: Invalid input: expected number, received undefined"]);
    expect(said(union, { kind: "two" })).toEqual(["side: Invalid input: expected number, received undefined"]);
    expect(said(union, { kind: "three" })).toEqual(['kind: Invalid option: expected one of "one"|"two"']);
  });
});

describe("externalUnion", () => {
  const variants = { text: z.string(), number: z.number() };
  const closed = externalUnion(() => variants);
  const open = externalUnion(() => variants, "open");
  const expected = [": Invalid input: expected an object with one of text, number"];

  it("is an object with one member, named for the variant", () => {
    expect(said(closed, { text: "a" })).toEqual({ text: "a" });
    expect(said(closed, { text: 1 })).toEqual(["text: Invalid input: expected string, received number"]);
    expect(closed.safeParse({}).error?.issues).toMatchObject([{ code: "custom" }]);
  });

  it.each([[{}], [{ text: "a", number: 1 }], [{ other: 1 }], [{ text: undefined }], ["text"], [null]])("closed: refuses %j", (value) => {
    expect(said(closed, value)).toEqual(expected);
  });

  it("members without a value do not count, and others go along", () => {
    expect(said(closed, { text: "a", number: undefined, more: 1 })).toEqual({ text: "a", number: undefined, more: 1 });
  });

  it("open: takes one that is not named, and no more", () => {
    expect(said(open, { other: 1, gone: undefined })).toEqual({ other: 1, gone: undefined });
    expect(said(open, { other: 1, another: 2 })).toEqual(expected);
    expect(said(open, {})).toEqual(expected);
    expect(said(open, { text: 1 })).toEqual(["text: Invalid input: expected string, received number"]);
  });
});

describe("untaggedUnion", () => {
  const union = untaggedUnion(() => [
    ["object", object(() => ({ a: z.string() })), "a"],
    ["object", object(() => ({ b: z.string(), c: z.string() })), "b", "c"],
    ["list", z.array(z.number())],
  ]);

  it("is the first of its kind with all its members", () => {
    expect(said(union, { a: "", b: 1, c: 1 })).toEqual({ a: "", b: 1, c: 1 });
    expect(said(union, { b: 1, c: "" })).toEqual(["b: Invalid input: expected string, received number"]);
    expect(said(union, [""])).toEqual(["0: Invalid input: expected number, received string"]);
  });

  it.each([[{ b: "" }], ["a"], [null], [Object.create({ a: "" })]])("refuses %j", (value) => {
    expect(said(union, value)).toEqual([": Invalid input: expected object with a or object with b with c or list"]);
  });
});

it("allOf: all schemas hold for one value", () => {
  const both = allOf(() => [object(() => ({ a: z.string() })), object(() => ({ b: z.string() }))]);
  expect(said(both, { a: "", b: "", c: 1 })).toEqual({ a: "", b: "", c: 1 });
  expect(said(both, {})).toEqual([
    "a: Invalid input: expected string, received undefined",
    "b: Invalid input: expected string, received undefined",
  ]);
});
