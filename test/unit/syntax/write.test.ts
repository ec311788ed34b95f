import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";
import type { Node } from "../../../generator/syntax/node.js";
import { list, map, printTree, text, type MapTree, type Tree } from "../../../generator/syntax/write/yaml-tree.js";
import { parseYaml } from "../../../generator/syntax/yaml.js";

type Texts = string | readonly Texts[] | { readonly [key: string]: Texts };

const words = [
  "yes",
  "null",
  "~",
  "1.10",
  "0x1f",
  "2026-01-01",
  "a: b",
  "a #b",
  "- a",
  "'",
  '"',
  "x\ny",
  " x",
  "x ",
  "\n",
  "",
  "@a",
  "`",
  "%",
  "[",
  "{a",
  "a,b",
  "?",
  ":",
  "---",
  "...",
  "<<",
  "=",
  "!t",
  "&a",
  "*a",
  "\t",
  "\u2028",
  "\ufeff",
  "\u0085",
  "é",
  "😀",
];
const anyText = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.array(fc.constantFrom(...words, "word", "\n", " "), { maxLength: 40 }).map((parts) => parts.join("")),
);
const anyKey = anyText.filter((key) => key !== "");
const { tree: anyTree } = fc.letrec<{ tree: Texts }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    anyText,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(anyKey, tie("tree"), { maxKeys: 3 }),
  ),
}));

describe("what is written as YAML", () => {
  it("is read as what it was", () => {
    fc.assert(
      fc.property(fc.dictionary(anyKey, anyTree, { minKeys: 1, maxKeys: 4 }), (value) => {
        const report = new Report();
        const node = parseYaml(new SourceFile("x.yaml", printTree(mapOf(value))), report);
        expect(report.diagnostics).toEqual([]);
        expect(node && textsOf(node)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it("reads as somebody would have written it", () => {
    const long =
      "A doc that is so long that nobody would leave it on one line, because it goes on and on, past the hundredth column and then some, to the end.";
    const tree = map([
      ["a", text("int32(1..100) = 50 -- How many")],
      ["b", list([text("one"), text("two")])],
      [
        "c",
        map([
          ["doc", text("One.\n\nTwo: three.")],
          ["d", text(long)],
        ]),
      ],
      ["e", text("true")],
    ]);
    expect(printTree(tree)).toBe(`a: int32(1..100) = 50 -- How many
b: [one, two]
c:
  doc: |-
    One.

    Two: three.
  d: >-
    A doc that is so long that nobody would leave it on one line, because it goes on and on, past the
    hundredth column and then some, to the end.
e: 'true'
`);
  });
});

function treeOf(value: Texts): Tree {
  if (typeof value === "string") return text(value);
  return Array.isArray(value) ? list(value.map((item: Texts) => treeOf(item))) : mapOf(value as { readonly [key: string]: Texts });
}

function mapOf(value: { readonly [key: string]: Texts }): MapTree {
  return map(Object.entries(value).map(([key, inner]) => [key, treeOf(inner)]));
}

function textsOf(node: Node): Texts | undefined {
  if (node.kind === "list") return node.items.map((item) => textsOf(item) ?? "");
  if (node.kind === "mapping") return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, textsOf(value) ?? ""]));
  return node.text;
}
