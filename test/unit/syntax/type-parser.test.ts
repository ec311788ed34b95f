import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFieldText } from "../../../generator/syntax/field-text.js";
import type { ConstraintExpression, TypeExpression } from "../../../generator/syntax/type-expression.js";
import { printType } from "../../../generator/syntax/type-print.js";
import { plain, scalarOf } from "./reading.js";

function read(text: string) {
  const { node, report } = scalarOf(text);
  return { ...readFieldText(node, report), codes: report.diagnostics.map(({ code }) => code) };
}

/** Every node of a type with the text that its span covers. */
function places(type: TypeExpression): string[] {
  const inner =
    type.kind === "name" ? type.args : type.kind === "union" ? type.of : type.kind === "list" || type.kind === "map" ? [type.of] : [];
  return [type.span.file.text.slice(type.span.start, type.span.end), ...inner.flatMap(places)];
}

const name = (value: string, more: object = {}) => ({ kind: "name", name: value, args: [], ...more });

describe("a type", () => {
  it.each([
    ["string", name("string")],
    ["int32(1..100)", name("int32", { constraint: { kind: "range", min: "1", max: "100" } })],
    ["float64(0.5..1)", name("float64", { constraint: { kind: "range", min: "0.5", max: "1" } })],
    ["int32( -5 .. )", name("int32", { constraint: { kind: "range", min: "-5" } })],
    ["float64(..1.5e3)", name("float64", { constraint: { kind: "range", max: "1.5e3" } })],
    ["string(/^a\\/(b|c)$/)", name("string", { constraint: { kind: "pattern", pattern: "^a/(b|c)$" } })],
    ["string(1..9, /x/)", name("string", { constraint: { kind: "range", min: "1", max: "9", pattern: "x" } })],
    ["int64 as string", name("int64", { encoding: "string" })],
    ["int64(0..) as string[]", { kind: "list", of: name("int64", { constraint: { kind: "range", min: "0" }, encoding: "string" }) }],
    ["asset", name("asset")],
    ["User[](..10)[]", { kind: "list", of: { kind: "list", of: name("User"), constraint: { kind: "range", max: "10" } } }],
    ["map<User[]>", { kind: "map", of: { kind: "list", of: name("User") } }],
    ["map", name("map")],
    ["Pick<User, id, name>", { ...name("Pick"), args: [name("User"), name("id"), name("name")] }],
    ["Page<Page<T>>|null", { kind: "union", of: [{ ...name("Page"), args: [{ ...name("Page"), args: [name("T")] }] }, { kind: "null" }] }],
    ["(string | null)[]", { kind: "list", of: { kind: "union", of: [name("string"), { kind: "null" }] } }],
    [`"a\\"b" | 'c' | -1.5 | true`, { kind: "union", of: ['a"b', "c", -1.5, true].map((value) => ({ kind: "literal", value })) }],
  ])("%s", (text, expected) => {
    const { type, codes } = read(text);
    expect(codes).toEqual([]);
    expect(plain(type)).toEqual(expected);
  });

  it("has a place for each of its parts, without the space around them", () => {
    const { type } = read("Page< User[] >  | map<int32>  -- doc");
    expect(type && places(type)).toEqual(["Page< User[] >  | map<int32>", "Page< User[] >", "User[]", "User", "map<int32>", "int32"]);
  });
});

describe("behind a type", () => {
  it.each([
    ["string = fast", "fast"],
    ["string = 'a b'", "a b"],
    ["int32 = -5", -5],
    ["int64 = 9007199254740993", "9007199254740993"],
    ["bool = false", false],
    ["string | null = null", null],
    ['json = {"__proto__": [1, "]"]}', JSON.parse('{"__proto__": [1, "]"]}')],
  ])("stands a default: %s", (text, value) => {
    const found = read(text);
    expect(found.codes).toEqual([]);
    expect(found.default?.value).toEqual(value);
  });

  it("stand modifiers and a doc, in that order", () => {
    const { modifiers, doc, codes } = read("string = a readonly secret deprecated --  It -- is = (fine");
    expect(codes).toEqual([]);
    expect([...modifiers.keys()]).toEqual(["readonly", "secret", "deprecated"]);
    expect(doc?.value).toBe("It -- is = (fine");
  });
});

const text = (value: string) => ({ value, span: scalarOf("").node.span });
const span = scalarOf("").node.span;
const word = fc.constantFrom("T", "User", "string", "as", "x_1", "Map", "readonly", "__proto__").map(text);
const bound = fc.option(
  fc.integer().map((value) => text(String(value))),
  { nil: undefined },
);
const pattern = fc.stringMatching(/^([a-z^$()/]|\\[dw\\])+$/).map(text);

const constraint: fc.Arbitrary<ConstraintExpression> = fc.oneof(
  pattern.map((value): ConstraintExpression => ({ kind: "pattern", pattern: value, span })),
  fc
    .tuple(bound, bound, fc.option(pattern, { nil: undefined }))
    .filter(([min, max]) => min !== undefined || max !== undefined)
    .map(([min, max, also]): ConstraintExpression => ({
      kind: "range",
      ...(min && { min }),
      ...(max && { max }),
      ...(also && { pattern: also }),
      span,
    })),
);

const { type: anyType } = fc.letrec<{ type: TypeExpression; item: TypeExpression }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4 },
    tie("item"),
    fc.array(tie("item"), { minLength: 2, maxLength: 3 }).map((of): TypeExpression => ({ kind: "union", of, span })),
  ),
  item: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(word, fc.option(constraint, { nil: undefined }), fc.option(word, { nil: undefined }))
      .map(([known, limits, encoding]): TypeExpression => ({
        kind: "name",
        name: known,
        args: [],
        ...(limits && { constraint: limits }),
        ...(encoding && { encoding }),
        span,
      })),
    fc.oneof(fc.string(), fc.boolean(), fc.integer()).map((value): TypeExpression => ({ kind: "literal", value, span })),
    fc.constant<TypeExpression>({ kind: "null", span }),
    tie("type").map((of): TypeExpression => ({ kind: "map", of, span })),
    fc
      .tuple(tie("type"), fc.option(constraint, { nil: undefined }))
      .map(([of, limits]): TypeExpression => ({ kind: "list", of, ...(limits && { constraint: limits }), span })),
    fc
      .tuple(word, fc.array(tie("type"), { minLength: 1, maxLength: 2 }))
      .map(([known, args]): TypeExpression => ({ kind: "name", name: known, args, span })),
  ),
}));

describe("whatever it is", () => {
  it("a printed type reads as itself", () => {
    fc.assert(
      fc.property(anyType, (type) => {
        const { type: again, codes } = read(printType(type));
        expect(codes).toEqual([]);
        expect(plain(again)).toEqual(plain(type));
      }),
    );
  });

  it("a text is read or reported, never thrown", () => {
    const token = fc.constantFrom(
      "T",
      "<",
      ">",
      "[",
      "]",
      "(",
      ")",
      "..",
      "/",
      "|",
      "=",
      "--",
      " ",
      '"',
      "'",
      "\\",
      ",",
      "as",
      "1",
      "null",
      "{",
      "}",
      "?",
      "readonly",
      "\u202e",
      "-",
    );
    const near = fc.array(token, { maxLength: 14 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: "binary" })), (written) => {
        const { type, codes } = read(written);
        expect(type !== undefined || codes.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["a<".repeat(50_000), "(".repeat(50_000), `T${"[]".repeat(50_000)}`, `json = ${"[".repeat(50_000)}`])(
    "nesting has an end: %.6s",
    (written) => {
      expect(read(written).codes).toHaveLength(1);
    },
  );
});
