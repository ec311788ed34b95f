import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../generator/source/diagnostic.js";
import { renderGithub } from "../../../generator/source/render/github.js";
import { toFindings } from "../../../generator/source/render/json.js";
import { renderText } from "../../../generator/source/render/text.js";
import { SourceFile } from "../../../generator/source/source-file.js";

function finding(text: string, token: string, more: Partial<Diagnostic> & { path?: string } = {}): Diagnostic {
  const { path = "a.yaml", ...rest } = more;
  const start = text.indexOf(token);
  return {
    code: "HD204",
    severity: "error",
    message: "no",
    related: [],
    span: { file: new SourceFile(path, text), start, end: start + token.length },
    ...rest,
  };
}

/** The line and the carets, without the margin. */
function shownLine(text: string, token: string): string[] {
  return renderText([finding(text, token)])
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/^ *\d* \| /, ""));
}

describe("as text", () => {
  it("says once for each code what its fix is, where a finding has no hint of its own", () => {
    const tab = { code: "HD109", severity: "error", message: "a tab", related: [] } as const;
    const text = renderText([tab, { ...tab, hint: "no tab here" }, tab, { ...tab, code: "HD106" }]);
    expect(text.match(/= .*/g)).toEqual([
      "= use `$include: T` to take over the members of a type",
      "= indent with two spaces",
      "= no tab here",
    ]);
  });

  it("a finding has its place, its line, its hint and the places that take part", () => {
    const text = "a: 1\nbb: 2\na: 3\n";
    const first = finding(text, "a").span;
    const span = first && { ...first, start: 11, end: 12 };
    const diagnostic = finding(text, "a", {
      message: "`a` is written twice",
      hint: "remove one",
      ...(span && { span }),
      related: first ? [{ message: "first", span: first }] : [],
    });
    expect(renderText([diagnostic])).toBe(
      [
        "a.yaml:3:1: error HD204: `a` is written twice",
        "    3 | a: 3",
        "      | ^",
        "      = remove one",
        "  a.yaml:1:1: first",
        "    1 | a: 1",
        "      | ^",
        "",
      ].join("\n"),
    );
  });

  it("comes without a line where there is no place", () => {
    expect(renderText([{ code: "HD100", severity: "warning", message: "there is no file", hint: "look", related: [] }])).toBe(
      "warning HD100: there is no file\n  = look\n",
    );
  });

  it("is in the order of files, places and codes", () => {
    const at = (path: string, token: string, code: string) => finding("one two", token, { path, code });
    const text = renderText([
      at("b.yaml", "one", "HD201"),
      at("a.yaml", "two", "HD201"),
      at("a.yaml", "one", "HD203"),
      at("a.yaml", "one", "HD201"),
      { code: "HD100", severity: "error", message: "x", related: [] },
    ]);
    expect(text.match(/^\S+ ?error HD\d+|^error HD\d+/gm)).toEqual([
      "error HD100",
      "a.yaml:1:1: error HD201",
      "a.yaml:1:1: error HD203",
      "a.yaml:1:5: error HD201",
      "b.yaml:1:1: error HD201",
    ]);
  });

  it("is coloured only if that is asked for", () => {
    expect(renderText([finding("a", "a")])).not.toContain("\u001b");
    expect(renderText([finding("a", "a")], { color: true })).toContain("\u001b[1;31merror HD204\u001b[0m");
  });

  it.each([
    ["a tab", "\tkey: x", "x", ["    key: x", "         ^"]],
    ["wide characters", "名前: 値段", "値段", ["名前: 値段", "      ^^^^"]],
    ["an emoji", "😀 x", "x", ["😀 x", "   ^"]],
    ["a combining mark", "e\u0301 x", "x", ["e\u0301 x", "  ^"]],
    ["the end of a line", "ab\r\ncd", "\r", ["ab", "  ^"]],
    ["several lines", "a: [b,\n  c]", "[b,\n  c]", ["a: [b,", "   ^^^"]],
  ])("has its carets right behind %s", (_, text, token, expected) => {
    expect(shownLine(text, token)).toEqual(expected);
  });

  it.each(["\u202e", "\u2066", "\u200b", "\u001b", "\u0007", "\u0000", "\ufeff", "\u2028", "\u{e0041}", "\ud800"])(
    "shows %j as its number, and the carets behind that",
    (character) => {
      const number = `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
      expect(shownLine(`a${character}b`, "b")).toEqual([`a${number}b`, `${" ".repeat(number.length + 1)}^`]);
      const inMessage = renderText([finding("a", "a", { message: `\`${character}\``, path: `x${character}.yaml`, hint: character })]);
      expect(inMessage).not.toContain(character);
    },
  );

  it("a message with a line end stays on its line", () => {
    expect(renderText([finding("a", "a", { message: "x\n::error::y" })]).split("\n")[0]).toBe("a.yaml:1:1: error HD204: x\\u{a}::error::y");
  });

  it("cuts a long line around the caret, and a long message", () => {
    const text = `${"😀".repeat(2_000_000)}ax${"b".repeat(2_000_000)}`;
    const rendered = renderText([finding(text, "x", { message: "m".repeat(100_000) })]);
    expect(rendered.length).toBeLessThan(1_500);
    const [, line = "", carets = ""] = rendered.split("\n");
    expect(line).toMatch(/\| …(😀){29}axb+…$/u);
    expect(carets.indexOf("^") - carets.indexOf("|")).toBe(2 + 1 + 59);
  });

  it("cuts a long token", () => {
    expect(shownLine("x".repeat(1000), "x".repeat(1000))).toEqual([`${"x".repeat(80)}…`, "^".repeat(80)]);
  });
});

describe("for machines", () => {
  it("is JSON with both ends, in the same order every time", () => {
    const span = finding("a\nbc", "bc").span;
    const related = span ? [{ message: "here", span }] : [];
    expect(
      toFindings([finding("a\nbc", "bc", { hint: "h", related }), { code: "HD100", severity: "error", message: "x", related: [] }]),
    ).toEqual([
      { code: "HD100", severity: "error", message: "x", related: [] },
      {
        code: "HD204",
        severity: "error",
        message: "no",
        hint: "h",
        place: { file: "a.yaml", line: 2, column: 1, endLine: 2, endColumn: 3 },
        related: [{ message: "here", place: { file: "a.yaml", line: 2, column: 1, endLine: 2, endColumn: 3 } }],
      },
    ]);
  });

  it("is an annotation that nothing in a schema can break out of", () => {
    const diagnostic = finding("ab", "b", { path: "x,y:z%.yaml", message: "100% `\r\n::warning::`", hint: "a\nb" });
    expect(renderGithub([diagnostic, { code: "HD203", severity: "warning", message: "gone", related: [] }])).toBe(
      "::warning title=HD203::gone\n::error file=x%2Cy%3Az%25.yaml,line=1,col=2,endColumn=3,title=HD204::100%25 `\\u{d}\\u{a}::warning::`%0Aa\\u{a}b\n",
    );
  });
});
