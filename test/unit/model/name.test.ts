import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey, splitWords } from "../../../generator/model/name.js";

describe("splitWords", () => {
  test.each([
    ["context_group", "context group"],
    ["context-group", "context group"],
    ["contextGroup", "context group"],
    ["ContextGroup", "context group"],
    ["CONTEXT_GROUP", "context group"],
    ["HTTPServer", "http server"],
    ["serveHTTP", "serve http"],
    ["HTTP2Server", "http2 server"],
    ["userIDs", "user ids"],
    ["URLsById", "urls by id"],
    ["IDsNew", "ids new"],
    ["ISsue", "i ssue"],
    ["sha256Hash", "sha256 hash"],
    ["field_1", "field 1"],
    ["field1", "field1"],
    ["2fa", "2fa"],
    ["A", "a"],
    ["AB", "ab"],
    ["getA", "get a"],
    ["x.y/z", "x y z"],
    ["__proto__", "proto"],
    ["größeÄndern", "größe ändern"],
    ["e\u0301tat", "état"],
    ["a\u3164b", "ab"],
    ["e\u034f\u0301tat", "état"],
    ["E\u0327x", "ȩx"],
    ["名前2", "名前2"],
    ["$", ""],
    ["👍", ""],
    ["", ""],
  ])("%s: %s", (name, words) => {
    expect(splitWords(name).join(" ")).toBe(words);
  });

  test("gives the same words again for words joined in snake case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const words = splitWords(name);
        expect(splitWords(words.join("_"))).toEqual(words.flatMap((word) => splitWords(word)));
      }),
    );
  });
});

test.each([
  ["context_group", "contextGroup", true],
  ["field_1", "field1", true],
  ["foobar", "fooBar", false],
  ["ids", "id", false],
  ["_a", "a", true],
])("nameKey: %s and %s meet: %s", (a, b, meet) => {
  expect(nameKey(a) === nameKey(b)).toBe(meet);
});
