import { describe, expect, it } from "vitest";
import { countText, showGithub, showText, toJson } from "../../../generator/cli/show.js";
import { coloured } from "../../../generator/cli/style.js";
import type { Diagnostic } from "../../../generator/source/diagnostic.js";
import { SourceFile } from "../../../generator/source/source-file.js";

const file = new SourceFile("api.yaml", "types:\n  User:\n    name: strng\n    name: string\n");

function diagnostic(text: string, extra: Partial<Diagnostic> = {}, source = file): Diagnostic {
  const start = source.text.indexOf(text);
  return {
    code: "HD999",
    severity: "error",
    message: "this is wrong",
    span: { file: source, start, end: start + text.length },
    related: [],
    ...extra,
  };
}

function caret(line: string, text: string): string[] {
  const shown = showText([diagnostic(text, {}, new SourceFile("api.yaml", line))]).split("\n");
  return shown.slice(1, 3).map((each) => each.slice(6));
}

describe("showText", () => {
  it("shows place, code, line, caret, hint and related places, in the order of the file", () => {
    const first = { file, start: file.text.indexOf("name"), end: file.text.indexOf("name") + 4 };
    const second = diagnostic("string", {
      severity: "warning",
      message: "twice",
      related: [{ message: "first declared here", span: first }],
    });
    const whole: Diagnostic = { code: "HD001", severity: "error", message: "nothing there", related: [] };
    expect(showText([second, diagnostic("strng", { hint: "did you mean `string`?" }), whole])).toBe(
      `error HD001: nothing there

api.yaml:3:11: error HD999: this is wrong
  3 |     name: strng
    |           ^^^^^
    = did you mean \`string\`?

api.yaml:4:11: warning HD999: twice
  4 |     name: string
    |           ^^^^^^
    = api.yaml:3:5: first declared here
  3 |     name: strng
    |     ^^^^
`,
    );
  });

  it.each<[string, string, string, string, string]>([
    ["tabs", "\ta: b", "b", "  a: b", "     ^"],
    ["wide characters", "名前: x", "x", "名前: x", "      ^"],
    ["wide characters in what is marked", "a: 名前", "名前", "a: 名前", "   ^^^^"],
    ["combining marks", "e\u0301: x", "x", "e\u0301: x", "   ^"],
    ["an empty span at the end", "a:", "", "a:", "^"],
    ["an escape that a terminal would obey", "a: \u001b[2J b", "b", "a: \\u001b[2J b", "             ^"],
    ["a mark that turns the text around", "a\u202e: b", "b", "a\\u202e: b", "         ^"],
  ])("puts the caret right with %s", (_, line, marked, shown, under) => {
    expect(caret(line, marked)).toEqual([shown, under]);
  });

  it("cuts long lines around the caret", () => {
    const [line = "", under = ""] = caret(`${"x".repeat(100_000)}HERE${"y".repeat(100_000)}`, "HERE");
    expect(line).toMatch(/^…x+HEREy+…$/);
    expect(line.length).toBe(122);
    expect(line.slice(under.indexOf("^"), under.length)).toBe("HERE");
  });

  it("marks the first line of what covers several", () => {
    expect(caret("a: |\n  b\n  c\n", "|\n  b\n  c")).toEqual(["a: |", "   ^"]);
  });

  it("does not let a message control the terminal", () => {
    expect(showText([{ code: "HD999", severity: "error", message: "\u001b[31m\r", related: [] }])).toBe(
      "error HD999: \\u001b[31m\\u000d\n",
    );
  });

  it("has colours only if asked", () => {
    expect(showText([diagnostic("strng")], coloured)).toContain("\u001b[31m          ^^^^^\u001b[39m");
    expect(showText([diagnostic("strng")])).not.toContain("\u001b");
  });
});

describe("countText", () => {
  it.each<[string, Diagnostic["severity"][]]>([
    ["", []],
    ["1 error", ["error"]],
    ["2 errors, 1 warning", ["error", "warning", "error"]],
    ["3 warnings", ["warning", "warning", "warning"]],
  ])("says %j", (text, severities) => {
    expect(countText(severities.map((severity) => diagnostic("name", { severity })))).toBe(text);
  });
});

describe("showGithub", () => {
  it("escapes what would end a command", () => {
    const odd = new SourceFile("a,b:c.yaml", "name");
    expect(showGithub([diagnostic("name", { message: "100% wrong\nreally", hint: "so" }, odd)])).toBe(
      "::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=HD999::100%25 wrong%0Areally (so)\n",
    );
  });
});

describe("toJson", () => {
  it("has places with an exclusive end", () => {
    const related = [{ message: "there", span: { file, start: 0, end: 5 } }];
    expect(toJson([diagnostic("strng", { hint: "so", related })])).toEqual([
      {
        code: "HD999",
        severity: "error",
        message: "this is wrong",
        hint: "so",
        place: { file: "api.yaml", line: 3, column: 11, endLine: 3, endColumn: 16 },
        related: [{ message: "there", place: { file: "api.yaml", line: 1, column: 1, endLine: 1, endColumn: 6 } }],
      },
    ]);
  });
});
