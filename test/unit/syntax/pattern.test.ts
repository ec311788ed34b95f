import { expect, test } from "vitest";
import { compareDecimals } from "../../../generator/resolve/values/decimals.js";
import { patternProblem } from "../../../generator/syntax/pattern.js";

test.each([
  "^ctx_[A-Za-z0-9]+$",
  "(?:a|b)*",
  "[(?=a)]",
  "[*+]+",
  "a{1,1000}",
  "a{1000}",
  "a{2,}?",
  "\\d+\\.\\w*\\b",
  "\\\\1",
  "[\\]]\\(",
  "a+?b*?",
  "\\(?=x",
  "\\n\\t\\/",
  "[{1001}]",
  "\\p{L}",
])("%s runs everywhere", (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined();
});

test.each<[string, string, string | undefined]>([
  ["a(?=b)", "a look-around", "(?="],
  ["a(?!b)", "a look-around", "(?!"],
  ["(?<=b)a", "a look-around", "(?<="],
  ["(?<!b)a", "a look-around", "(?<!"],
  ["(?>a)", "an atomic group", "(?>"],
  ["(?P<n>a)", "a `(?P` group", "(?P"],
  ["(?<n>a)", "a named group", "(?<"],
  ["(?i)a", "an inline flag", "(?"],
  ["(?i:a)", "an inline flag", "(?"],
  ["(a)\\1", "a back-reference", "\\1"],
  ["(a)\\9", "a back-reference", "\\9"],
  ["\\k<n>", "a back-reference", "\\k"],
  ["\\u0041", "an escape that not every language has", "\\u"],
  ["[a\\x41]", "an escape that not every language has", "\\x"],
  ["a\\Z", "an escape that not every language has", "\\Z"],
  ["a++", "a possessive quantifier", "++"],
  ["a?+", "a possessive quantifier", "?+"],
  ["a{1,2}+", "a possessive quantifier", "{1,2}+"],
  ["a{1001}", "a repeat count over 1000", "{1001}"],
  ["a{1,1001}", "a repeat count over 1000", "{1,1001}"],
  ["a{1001,}", "a repeat count over 1000", "{1001,}"],
  ["[a](?=b)", "a look-around", "(?="],
  ["(a", "a syntax error", undefined],
  ["a{2,1}", "a syntax error", undefined],
  ["\\-", "a syntax error", undefined],
])("%s has %s", (pattern, what, piece) => {
  const problem = patternProblem(pattern);
  expect(problem?.what).toBe(what);
  expect(problem?.at === undefined ? undefined : pattern.slice(problem.at, problem.at + (problem.length ?? 0))).toBe(piece);
});

test.each([
  ["1", "2", -1],
  ["2", "1", 1],
  ["1.50", "1.5", 0],
  ["-1", "-1.0", 0],
  ["-0.5", "-0.4", -1],
  ["10", "9.99", 1],
  ["9223372036854775807", "9223372036854775808", -1],
  ["0.00000000000000000001", "0.00000000000000000002", -1],
])("compareDecimals: %s against %s: %i", (a, b, expected) => {
  expect(compareDecimals(a, b)).toBe(expected);
});
