import { describe, expect, it } from "vitest";
import { examinationOf } from "./examine.js";
import { kindsOf } from "./kinds.js";
import { crateFileShape, rustShape } from "./rust-shape.js";
import { hostile } from "./strings.js";

const examination = await examinationOf("rust");
const { differing, examine } = examination;
const { free, strict } = kindsOf(examination);

it("there is something to test", () => {
  expect(free.length + strict.length).toBeGreaterThan(130);
  expect(examine(new Map())).toBe("same");
});

describe("what a crate consists of", () => {
  it.each([
    ["a statement", "fn a() {}", "fn a() { evil(); }"],
    ["an end of a string", 'f("a");', 'f("a"); evil("");'],
    ["an end of a raw string", 'f(r#"a"#);', 'f(r#"a"#); evil(r#""#);'],
    ["a string without an end", 'f("a");', 'f("a);'],
    ["an end of a comment", "/* a */ f();", "/* a /* b */ */ */ f();"],
    ["a line behind a doc", "/// A doc.\nfn f() {}", "/// A doc.\nevil!();\nfn f() {}"],
    ["half a character", 'f("a");', 'f("\\u{d8000000}");'],
    ["an attribute", "fn f() {}", "#[no_mangle]\nfn f() {}"],
    ["code that a doctest runs", "/// A doc.\nfn f() {}", "/// A doc.\n///\n/// ```\n/// evil();\n/// ```\nfn f() {}"],
    ["code by its indentation", "/// A doc.\nfn f() {}", "/// A doc.\n///\n///     evil();\nfn f() {}"],
    ["a link to an item", "/// A doc.\nfn f() {}", "/// A [doc](crate::runtime).\nfn f() {}"],
    ["markup", "/// A doc.\nfn f() {}", "/// A <script>.\nfn f() {}"],
  ])("%s counts", (_, harmless, other) => {
    expect(rustShape(other)).not.toBe(rustShape(harmless));
  });

  it.each([
    ["a name", "fn a(b: C) {}", "fn été(r#fn: Self_) {}"],
    ["a text", 'f("a");', 'f("\\u{202e}\\"*/");'],
    ["a character", "f('a');", "f('\\'');"],
    ["a line of a doc", "/// A doc.\nfn f() {}", "/// A\n/// *doc*, # as it is.\nfn f() {}"],
    ["an alias of an import", "use a::{B, C};", "use a::{B as D, C};"],
    ["a block around the value of an arm", "match a { b => c(), d => e() }", "match a {\n b => {\n c()\n }\n d => e(),\n}"],
    ["a comma behind the last argument", "f(a, b);", "f(\n a,\n b,\n);"],
  ])("%s does not", (_, harmless, other) => {
    expect(rustShape(other)).toBe(rustShape(harmless));
  });

  it.each(['a = "b"\nc = "d"', 'a = "\\ud800"', 'a = "b\n"'])("in a manifest, %j counts", (text) => {
    expect(crateFileShape("Cargo.toml", text)).not.toBe(crateFileShape("Cargo.toml", 'a = "b"'));
  });
});

// The whole product is in product.slow.test.ts; here every text and every position takes part, each with some of the others.
describe("a text is refused, or it makes the same crate", () => {
  it.each(Array.from({ length: Math.ceil(hostile.length / 6) }, (_, round) => round))(
    "in positions that take any text, round %d",
    (round) => {
      const texts = free.map((position, index) => [position, hostile[(index * 7 + round) % hostile.length] ?? ""] as const);
      expect(differing(new Map(texts))).toEqual([]);
    },
  );

  it.each(strict.map((position, index) => ({ position, index })))("as $position", ({ position, index }) => {
    const texts = hostile.filter((_, at) => (at + index) % 12 === 0);
    expect(texts.flatMap((text) => differing(new Map([[position, text]])))).toEqual([]);
  });
});
