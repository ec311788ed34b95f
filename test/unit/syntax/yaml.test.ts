import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";
import { excerpt } from "../../../generator/syntax/excerpt.js";
import type { Node } from "../../../generator/syntax/node.js";
import { parseYaml } from "../../../generator/syntax/yaml.js";

function parse(text: string) {
  const report = new Report();
  const node = parseYaml(new SourceFile("test.yaml", text), report);
  return { node, report, codes: report.diagnostics.map(({ code }) => code) };
}

/** The tree as plain data, mappings as pairs, scalars as value and text. */
function shape(node: Node | undefined): unknown {
  if (node?.kind === "mapping") return node.entries.map(({ key, value }) => [key.value, shape(value)]);
  return node?.kind === "list" ? node.items.map(shape) : node?.value;
}

function firstScalar(node: Node | undefined): Extract<Node, { kind: "scalar" }> {
  const value = node?.kind === "mapping" ? node.entries[0]?.value : undefined;
  if (value?.kind !== "scalar") throw new Error("not a mapping of a scalar");
  return value;
}

describe("YAML 1.2 core", () => {
  it("has two booleans, and keys that are always text", () => {
    const { node } = parse("on: yes\n404: no\ntrue: off\nnull: ~\n1.10: 0x1F\n5xx: 1_000\n__proto__: 2001-01-01\n");
    expect(shape(node)).toEqual([
      ["on", "yes"],
      ["404", "no"],
      ["true", "off"],
      ["null", null],
      ["1.10", 31],
      ["5xx", "1_000"],
      ["__proto__", "2001-01-01"],
    ]);
  });

  it("keeps numbers as they were written, too", () => {
    expect(firstScalar(parse("version: 1.10").node)).toMatchObject({ value: 1.1, text: "1.10" });
  });

  it("comes with any line end and a byte order mark", () => {
    expect(shape(parse("a: 1\r\nb:\r\n  - x\r\n").node)).toEqual([
      ["a", 1],
      ["b", ["x"]],
    ]);
  });

  it("gives an empty value the place of its key", () => {
    expect(firstScalar(parse("# c\nkey:   \nb: 1").node).span).toMatchObject({ start: 4, end: 7 });
  });

  it("knows the comment on the line of a text, and no other", () => {
    expect(firstScalar(parse("a: b # c\n# d\n").node).comment).toMatchObject({ start: 5, end: 8 });
    const { node } = parse("a: [b\n# c\n]\n");
    const list = node?.kind === "mapping" ? node.entries[0]?.value : undefined;
    expect(list).toMatchObject({ items: [{ text: "b" }] });
    expect(list).not.toHaveProperty("items.0.comment");
  });

  it("repeats what an alias stands for", () => {
    expect(shape(parse("a: &x [1, &y 2]\nb: *x\nc: *y\n").node)).toEqual([
      ["a", [1, 2]],
      ["b", [1, 2]],
      ["c", 2],
    ]);
  });
});

describe("a hostile file", () => {
  it.each([
    ["flow lists", "[".repeat(100_000)],
    ["flow mappings", "{a: ".repeat(100_000)],
    ["closed flow lists", `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`],
    ["compact lists", `${"- ".repeat(100_000)}x`],
    ["explicit keys", `${"? ".repeat(100_000)}x`],
    ["indented mappings", Array.from({ length: 3_000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
  ])("that nests %s is refused in no time", (_, text) => {
    expect(parse(text)).toMatchObject({ codes: ["HD103"], node: undefined });
  });

  it("may nest 200 levels", () => {
    expect(parse(`${"[".repeat(200)}${"]".repeat(200)}`).codes).toEqual([]);
    expect(parse(`${"[".repeat(201)}${"]".repeat(201)}`).codes).toEqual(["HD103"]);
  });

  it("cannot grow by aliases", () => {
    const lines = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]`);
    expect(parse(`a0: &a0 x\n${lines.join("\n")}\n`)).toMatchObject({ codes: ["HD105"], node: undefined });
  });

  it("cannot contain itself", () => {
    expect(parse("a: &a [*a]\n").codes).toEqual(["HD117"]);
  });

  it("is read or reported, whatever it holds", () => {
    const token = fc.constantFrom(
      "a",
      ": ",
      ":",
      "- ",
      "\n",
      "\n  ",
      "\t",
      "{",
      "}",
      "[",
      "]",
      ",",
      "&x ",
      "*x",
      "!t ",
      "|",
      ">-",
      "'",
      '"',
      "#",
      " #",
      "---\n",
      "...\n",
      "%YAML 1.1\n",
      "? ",
      "<<: ",
      "\r",
      "\0",
      "\u2028",
      "\\",
      "@",
      "`",
    );
    const near = fc.array(token, { maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: "binary" })), (text) => {
        const { node, report } = parse(text);
        expect(node !== undefined || report.failed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a place in a text", () => {
  const letters = fc
    .array(fc.constantFrom("a", "b", "'", '"', "\\", "é", "😀", "/"), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(""));
  const quotes = {
    single: (text: string) => `'${text.replaceAll("'", "''")}'`,
    double: (text: string) => JSON.stringify(text),
    escaped: (text: string) =>
      `"${[...text].map((character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`).join("")}"`,
  };

  it.each(Object.entries(quotes))("is right behind %s quotes", (style, quote) => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const source = `k: ${quote(`${before}|${after}`)}`;
        const text = excerpt(firstScalar(parse(source).node));
        const { start } = text.span(before.length, before.length + 1);
        const expected = style === "escaped" ? source.indexOf("\\U0000007c") : source.indexOf("|");
        expect(start).toBe(expected);
      }),
    );
  });

  it.each(["k: one\n  two\n\n\n  three |end", 'k: "one\n\n  two\\\n  three |end"', "k: 'one\r\n  two |end'"])(
    "is right behind folded lines: %j",
    (source) => {
      const text = excerpt(firstScalar(parse(source).node));
      const at = text.text.indexOf("|");
      expect(text.span(at, at + 1).start).toBe(source.indexOf("|"));
    },
  );
});
