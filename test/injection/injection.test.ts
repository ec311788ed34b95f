import { describe, expect, it } from "vitest";
import { examinationOf } from "./examine.js";
import { kindsOf } from "./kinds.js";
import { shapeOf } from "./shape.js";
import { hostile } from "./strings.js";

const examination = await examinationOf("typescript");
const { differing, examine } = examination;
const { free: freePositions, strict: strictPositions } = kindsOf(examination);

it("there is something to test", () => {
  expect(new Set(hostile).size).toBe(hostile.length);
  expect(hostile.length).toBeGreaterThan(60);
  expect(freePositions.length + strictPositions.length).toBeGreaterThan(130);
  expect(examine(new Map())).toBe("same");
});

describe("what code consists of", () => {
  const module = (text: string): string => shapeOf("module.ts", text);

  it.each([
    ["a statement", "const a = 1;", "const a = 1;\nevil();"],
    ["a call in a template", "f(`a`);", "f(`${a()}`);"],
    ["an end of a comment", "/* a */ f();", "/* a */ evil(); /**/ f();"],
    ["a tag in a doc", "/** A doc. */\nf();", "/** A doc. @deprecated */\nf();"],
    ["a prototype", 'f({ ["__proto__"]: 1 });', "f({ __proto__: 1 });"],
    ["an argument", 'f("a");', 'f("a", "b");'],
    ["an export under another name", 'export { a } from "a";', 'export { a as default } from "a";'],
    ["a name that no import may give", 'import * as a from "a";', 'import * as class from "a";'],
  ])("%s counts", (_, harmless, other) => {
    expect(module(other)).not.toBe(module(harmless));
  });

  it.each([
    ["a name", "const a = { b: c.d };", 'const __proto__ = { "x y": z["%"] };'],
    ["a text", 'f("a");', 'f("\\u2028*/");'],
    ["a comment", "/** A. */\nf();", "/** `x` \\@internal */\nf();"],
    ["an alias of an import", 'import { a } from "a";', 'import { a as a_ } from "a";'],
    ["the order of imports", 'import { a } from "a";\nimport { b as c } from "b";', 'import { b as c } from "a";\nimport { a } from "b";'],
  ])("%s does not", (_, harmless, other) => {
    expect(module(other)).toBe(module(harmless));
  });

  it.each([
    "# A heading",
    "[a link](https://example.com)",
    "![an image](a.png)",
    "<b>HTML</b>",
    "```\ncode\n```",
    "- an item",
    "| a |\n| - |",
  ])("in Markdown, %j counts", (text) => {
    expect(shapeOf("a.md", text)).not.toBe(shapeOf("a.md", "Text, with *emphasis*."));
  });
});

it("some positions take any text, the others have rules", async () => {
  const lines = [
    ...freePositions.map((position) => `any text: ${position}`),
    ...strictPositions.map((position) => `by rules: ${position}`),
  ];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./positions.txt");
});

// The whole product is in product.slow.test.ts; here every text and every position takes part, each with some of the others.
describe("a text is refused, or it makes the same code", () => {
  it.each(Array.from({ length: Math.ceil(hostile.length / 6) }, (_, round) => round))(
    "in positions that take any text, round %d",
    (round) => {
      const texts = freePositions.map((position, index) => [position, hostile[(index * 7 + round) % hostile.length] ?? ""] as const);
      expect(differing(new Map(texts))).toEqual([]);
    },
  );

  it.each(strictPositions.map((position, index) => ({ position, index })))("as $position", ({ position, index }) => {
    const texts = hostile.filter((_, at) => (at + index) % 12 === 0);
    expect(texts.flatMap((text) => differing(new Map([[position, text]])))).toEqual([]);
  });
});
