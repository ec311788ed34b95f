import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blocks,
  code,
  delimited,
  empty,
  fill,
  group,
  hanging,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  lines,
  printCode,
  softline,
  text,
  type Code,
  type CodeLike,
} from "../../../generator/code/index.js";
import { print } from "./print.js";

const list = (items: readonly CodeLike[]): Code =>
  delimited(items, { open: code`[`, close: code`]`, separator: code`,`, trailing: code`,` });

describe("printing", () => {
  it.each<[string, CodeLike, string]>([
    ["nothing", [], ""],
    ["lines", lines([code`a`, empty, [code`b`, [code`c`]]]), "a\nb\nc\n"],
    ["blocks", blocks([code`a`, undefined, code`b`]), "a\n\nb\n"],
    ["a join without the empty", join(code`, `, [code`a`, false, code`b`]), "a, b\n"],
    ["a group that fits", group([code`f(`, indent([softline, code`a`]), softline, code`)`]), "f(a)\n"],
    [
      "a group that is told to break",
      group([code`f(`, indent([softline, code`a`, ifBreak(code`,`)]), softline, code`)`], { break: true }),
      "f(\n  a,\n)\n",
    ],
    ["a group around a hard line", group([code`a`, line, code`b`, hardline, code`c`]), "a\nb\nc\n"],
    ["delimiters around nothing", list([empty, undefined]), "[]\n"],
    ["spaces at the end of a line", lines([code`a `, [code`b`, text("  ")]]), "a\nb\n"],
    ["empty lines at the ends", [hardline, hardline, code`a`, hardline, hardline], "a\n"],
  ])("%s", (_, value, printed) => {
    expect(print(value)).toBe(printed);
  });

  it("breaks the outer group before the inner one", () => {
    expect(print(list([code`aaaa`, list([code`b`, code`c`])]), 12)).toBe("[\n  aaaa,\n  [b, c],\n]\n");
  });

  it("fills lines", () => {
    const numbers = ["1", "22", "333", "4"].map(text);
    expect(print(group([code`[`, indent([softline, fill(numbers, code`,`)]), softline, code`]`]), 10)).toBe("[\n  1, 22,\n  333, 4\n]\n");
  });

  it("moves what hangs to a line of its own only if it does not fit up to its own first break", () => {
    expect(print(group([code`const a =`, hanging(list([code`bbbb`, code`cccc`]))]), 16)).toBe("const a = [\n  bbbb,\n  cccc,\n]\n");
    expect(print(group([code`const aaaa =`, hanging(code`bbbbbbbb`)]), 16)).toBe("const aaaa =\n  bbbbbbbb\n");
  });

  it("indents with what the language indents with", () => {
    const block = [code`{`, indent([hardline, code`a`]), hardline, code`}`];
    const local = (): string => "";
    expect(printCode(block, { width: 80, local, tabWidth: 4 })).toBe("{\n    a\n}\n");
    expect(printCode(block, { width: 80, local, useTabs: true })).toBe("{\n\ta\n}\n");
  });
});

describe("text", () => {
  it("keeps the lines of a literal where they are", () => {
    expect(
      print(code`
      {
        x = ${text("`a  \n  b`")};
      }
    `),
    ).toBe("{\n  x = `a  \n  b`;\n}\n");
  });

  it("refuses a carriage return, which no line end of ours is", () => {
    expect(() => text("a\r\nb")).toThrow("carriage return");
  });
});

/** Lists in lists of words: everything can break but the words. */
const nested = fc.letrec<{ node: Code }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.stringMatching(/^[a-z]{1,10}$/).map(text),
    fc.array(tie("node"), { maxLength: 6 }).map(list),
  ),
})).node;

describe("the width", () => {
  it("is kept wherever there is a place to break", () => {
    // Five levels, a word of ten letters and its comma.
    fc.assert(
      fc.property(nested, fc.integer({ min: 2 * 5 + 10 + 1, max: 100 }), (value, width) => {
        const longest = Math.max(
          ...print(value, width)
            .split("\n")
            .map((each) => each.length),
        );
        expect(longest).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("does not change what is said", () => {
    const said = (printed: string): string => printed.replace(/,(?=\s*\])|\s/g, "");
    fc.assert(
      fc.property(nested, (value) => {
        expect(said(print(value, 21))).toBe(said(print(value, 10_000)));
      }),
    );
  });

  it("leaves no space at the end of a line and one newline at the end", () => {
    fc.assert(
      fc.property(nested, (value) => {
        const printed = print(value, 30);
        expect(printed).not.toMatch(/[ \t]\n/);
        expect(printed).toMatch(/[^\n]\n$/);
      }),
    );
  });
});
