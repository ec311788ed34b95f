import { describe, expect, test } from "vitest";
import { findings, modelOf } from "../../support/schema.js";

const head = "heddle: 1\napi: shop\ntypes:\n  Cat: {meow: bool}\n  Dog: {bark: bool}\n  Pair<T>: {left: T, right?: T}\n";

/** The finding codes for one union, `Probe`, beside a few objects. */
function codes(body: string): readonly string[] {
  return findings(`${head}  Probe: ${body}\n`).map((finding) => finding.slice(0, 5));
}

test.each([
  ["{$tag: kind, $union: {a: }}", { kind: "internal", tag: "kind" }],
  ["{$tag: kind, $placement: internal, $union: {a: }}", { kind: "internal", tag: "kind" }],
  ["{$tag: kind, $content: value, $union: {a: }}", { kind: "adjacent", tag: "kind", content: "value" }],
  ["{$tag: kind, $content: value, $placement: adjacent, $union: {a: }}", { kind: "adjacent", tag: "kind", content: "value" }],
  ["{$placement: external, $union: {a: }}", { kind: "external" }],
  ["{$placement: untagged, $union: {a: string}}", { kind: "untagged" }],
])("%s", (body, tagging) => {
  const probe = modelOf(`${head}  Probe: ${body}\n`).types.at(-1);
  expect(probe).toMatchObject({ kind: "union", tagging, open: true });
});

test("has variants with their tags and payloads, common fields, and may be closed", () => {
  const body = "{$tag: kind, $open: false, $base: {id: string}, $union: {a: {$tag: A-1, $doc: First, x: bool}, b: Cat, c: }}";
  expect(modelOf(`${head}  Probe: ${body}\n`).types.at(-1)).toMatchObject({
    open: false,
    base: [{ name: "id" }],
    variants: [
      { name: "a", tag: "A-1", doc: "First", payload: { kind: "fields", members: [{ name: "x" }] } },
      { name: "b", tag: "b", payload: { kind: "type", type: { kind: "named", name: "Cat", args: [] } } },
      { name: "c", tag: "c", payload: { kind: "empty" } },
    ],
  });
});

describe("a tag", () => {
  test.each([
    ["{$tag: kind, $union: {a: Cat, b: Dog, c: {x: bool}, d: }}", []],
    ["{$tag: kind, $union: {a: Pair<bool>}}", []],
    ["{$tag: right, $union: {a: Pair<bool>}}", ["HD437"]],
    ["{$tag: kind, $union: {a: Cat | null}}", ["HD438"]],
    ["{$tag: kind, $union: {a: Inner}}\n  Inner: {$tag: x, $union: {b: }}", ["HD438"]],
    ["{$tag: kind, $content: value, $union: {a: string, b: Cat, c: {kind: bool, value: bool}}}", []],
    ["{$tag: kind, $content: value, $base: {value: bool}, $union: {a: }}", ["HD436"]],
    ["{$tag: kind, $base: {x: {$type: bool, $wire: kind}}, $union: {a: }}", ["HD436"]],
    ["{$placement: external, $union: {a: string, b: {a: bool}}}", []],
    ["{$placement: external, $union: {a: {$tag: b}, b: {$tag: a}}}", []],
    ["{$placement: external, $union: {a: {$tag: x}, b: {$tag: x}}}", ["HD435"]],
    ["{$placement: external, $base: {x: bool}, $union: {a: {$tag: x}}}", ["HD436"]],
    ["{$placement: untagged, $base: {a: bool}, $union: {a: {x: bool}}}", []],
  ])("%s: %s", (body, expected) => {
    expect(codes(body)).toEqual(expected);
  });
});

describe("variants without a tag", () => {
  test.each([
    ["Cat, Dog", true],
    ["string, int32", true],
    ["string, uuid", false],
    ["int64 as string, string", false],
    ["int64 as string, int64", true],
    ["string[], map<string>", true],
    ["map<string>, Cat", false],
    ["string[], Cat", true],
    ["string | int32, bool", true],
    ["string | int32, float64", false],
    ["string | null, bool", true],
    ["string | null, bool | null", false],
    ["Cat | null, bool", true],
    ['"a", "b"', true],
    ['"a", "a"', false],
    ['"a", string', false],
    ["Color, int32", true],
    ["Color, string", false],
    ["Level, string", true],
    ["Level, int32", false],
    ["Either, Cat", true],
    ["Either, string", false],
    ["Either, Fields", false],
    ["Tagged, string", true],
    ["Tagged, Cat", true],
    ["Left, Right", true],
    ["Left, AlsoLeft", false],
    ["Left, MaybeRight", false],
    ["Pair<bool>, Cat", true],
    ["CatAlias, Cat", false],
    ["json, string", false],
    ["string, json", false],
    ["Cat, Optional", false],
    ["Optional, Cat", false],
  ])("%s can be told apart: %s", (variants, apart) => {
    const list = variants.split(", ").map((variant, index) => `      v${index}: ${JSON.stringify(variant)}`);
    const others = `  Color: {$enum: [red]}
  Level: {$enum: {low: 1}, $base: int32}
  Either: {$placement: untagged, $union: {s: string, f: {fish: bool}}}
  Fields: {fish: bool, more: bool}
  Tagged: {$tag: tag, $union: {a: }}
  Left: {side: '"left"', x: bool}
  AlsoLeft: {side: '"left"', x: bool}
  MaybeRight: {side?: '"right"', x: bool}
  Right: {side: '"right"', x: bool}
  CatAlias: {$alias: Cat}
  Optional: {lick?: bool}
`;
    const found = findings(`${head}${others}  Probe:\n    $placement: untagged\n    $union:\n${list.join("\n")}\n`);
    expect(found.map((text) => text.slice(0, 5))).toEqual(apart ? [] : ["HD428"]);
  });
});

describe("a spread", () => {
  const unions = `  Kind: {$tag: kind, $union: {a: {size: bool}, b: {size: string}}}
  Other: {$tag: other, $union: {c: {}}}
  Beside: {$tag: t, $content: c, $union: {a: {x: bool}}}
  Keyed: {$placement: external, $union: {k: {x: bool}}}
`;
  test.each([
    ["{id: string, ...kind: Kind}", []],
    ["{...kind: Kind, ...other: Other}", []],
    ["{x: bool, ...beside: Beside}", []],
    ["{c: bool, ...beside: Beside}", ["HD429"]],
    ["{x: bool, ...keyed: Keyed}", []],
    ["{k: bool, ...keyed: Keyed}", ["HD429"]],
    ["{kind: bool, ...k: Kind}", ["HD429"]],
    ["{size: bool, ...k: Kind}", ["HD429"]],
    ["{...k: Alias}\n  Alias: {$alias: Kind}", []],
    ["{...cat: Cat}", ["HD427"]],
    ["{...cats: 'Kind[]'}", ["HD427"]],
    ["{$tag: x, $base: {...k: Cat}, $union: {a: {...c: Cat}}}", ["HD427", "HD427"]],
  ])("%s: %s", (body, expected) => {
    expect(findings(`${head}${unions}  Probe: ${body}\n`).map((text) => text.slice(0, 5))).toEqual(expected);
  });

  test("into itself ends, with a finding", () => {
    const loop = "  A: {...b: B}\n  B: {$tag: kind, $union: {a: A, c: }}\n";
    expect(findings(`${head}${loop}`).map((text) => text.slice(0, 5))).toContain("HD437");
  });
});
