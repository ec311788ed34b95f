import { describe, expect, it } from "vitest";
import { readFieldText } from "../../../generator/syntax/field-text.js";
import { scalarOf } from "./reading.js";

/** The default of a field that is written like this, and the codes it gives. */
function read(written: string) {
  const { node, report } = scalarOf(`json = ${written}`);
  return { value: readFieldText(node, report).default?.value, codes: report.diagnostics.map(({ code }) => code) };
}

describe("a default", () => {
  it.each([
    ["0", 0],
    ["-7", -7],
    ["12.25", 12.25],
    ["-0.5", -0.5],
    ["1e3", 1000],
    ["25E+1", 250],
    ["125e-3", 0.125],
    ["1.5e10", 15_000_000_000],
  ])("%s is a number", (written, value) => {
    expect(read(written)).toEqual({ value, codes: [] });
  });

  it.each([
    "01",
    "1.",
    ".5",
    "1.x",
    "x1.5",
    "v1",
    "1x",
    "1e",
    "1e+",
    "1e5x",
    "0x10",
    "1_000",
    "+1",
    "NaN",
    "truer",
    "nullable",
    "-",
    "a-b:c/d",
  ])("%s is a word", (written) => {
    expect(read(written)).toEqual({ value: written, codes: [] });
  });

  it.each([
    [String.raw`"\u0041\u00e9\u2028"`, "A\u00e9\u2028"],
    [String.raw`"\n\t\r\b\f"`, "\n\t\r\b\f"],
    [String.raw`"\"\\\/\q\u12\c"`, '"\\/qu12c'],
    [String.raw`'it\'s "so"'`, `it's "so"`],
    [String.raw`"\uD83D\uDE00"`, "\u{1f600}"],
    ['"two\nlines\\\nof"', "two\nlines\nof"],
    ['""', ""],
  ])("%s is a text", (written, value) => {
    expect(read(written)).toEqual({ value, codes: [] });
  });

  it.each([
    ["[]", []],
    ['[ 1, "]", [true] ]', [1, "]", [true]]],
    ['{ "a": {"}": null}, "b": [2.5] }', { a: { "}": null }, b: [2.5] }],
    [String.raw`["\"]", "\\"]`, ['"]', "\\"]],
    [`${"[".repeat(100)}1${"]".repeat(100)}`, JSON.parse(`${"[".repeat(100)}1${"]".repeat(100)}`) as unknown],
  ])("%s is JSON", (written, value) => {
    expect(read(written)).toEqual({ value, codes: [] });
  });

  it.each(["", "-- doc", ",", "[1,]", '{"a" 1}', "[", '["', `${"[".repeat(102)}${"]".repeat(102)}`, "[1}"])("%s is none", (written) => {
    expect(read(written)).toEqual({ value: undefined, codes: ["HD215"] });
  });

  it.each(['"open', "'open", '"open\\"'])("%s is never closed", (written) => {
    expect(read(written)).toEqual({ value: undefined, codes: ["HD211"] });
  });
});
