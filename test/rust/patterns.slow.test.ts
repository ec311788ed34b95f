import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { patternForm } from "../../templates/rust/types/pattern-form.js";
import { cache, cargo, hasCargo } from "./support/cargo.js";

const patterns = [
  String.raw`^[a-z]+$`,
  String.raw`\d`,
  String.raw`^\D+$`,
  String.raw`^\w+$`,
  String.raw`\W`,
  String.raw`\s`,
  String.raw`^\S+$`,
  String.raw`^.$`,
  String.raw`^[^\d\s]$`,
  String.raw`^[\w\-.]+$`,
  String.raw`\bab\b`,
  String.raw`a\Bb`,
  String.raw`^[\b]$`,
  String.raw`^[[]$`,
  String.raw`^[a[]$`,
  String.raw`^[&&~]$`,
  String.raw`^[+--]$`,
  String.raw`^[^]$`,
  String.raw`^[]?$`,
  String.raw`^\0$`,
  String.raw`^\p{Lu}\p{L}*$`,
  String.raw`^\P{L}$`,
  String.raw`^\p{Script=Greek}$`,
  String.raw`^(?:a|b){2,3}$`,
  String.raw`^\/\.\$\^\{\}$`,
  String.raw`^é$`,
  "",
];

const texts = [
  ..."abAB09_- \t\n\r\v\f\b\0.,[]&~+/éßΩЖ٣🧵x",
  ..."\u00a0\u0085\u2028\u2029\ufeff\u3000\u200b",
  "",
  "ab",
  "a b",
  "abc",
  "ab\n",
  "x ab y",
  "_ab",
  "Ab",
  "Éa",
  "aab",
  "aabb",
  "/.$^{}",
  "a-b.c",
  "é\u0301",
];

/** Whether a text matches, as JavaScript sees it. */
function cases(): readonly (readonly [pattern: string, text: string, matches: boolean])[] {
  return patterns.flatMap((pattern) => texts.map((text) => [pattern, text, new RegExp(pattern, "u").test(text)] as const));
}

function program(): string {
  const lines = cases().map(([pattern, text, matches]) => `    (${rust(patternForm(pattern))}, ${rust(text)}, ${matches}),`);
  return `static CASES: &[(&str, &str, bool)] = &[\n${lines.join("\n")}\n];

fn main() {
    for (form, text, expected) in CASES {
        let found = regex::Regex::new(form).map(|form| form.is_match(text));
        if found != Ok(*expected) {
            println!("{form} {text:?}: {found:?}");
        }
    }
}
`;
}

function rust(text: string): string {
  return `"${[...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join("")}"`;
}

const manifest = `[package]
name = "patterns"
version = "0.0.0"
edition = "2024"

[dependencies]
regex = { version = "1", default-features = false, features = ["std", "unicode"] }

[workspace]
`;

describe.skipIf(!hasCargo)("patterns of a schema", { timeout: 600_000 }, () => {
  it("mean in Rust what they mean in JavaScript", async () => {
    const folder = path.join(cache, "patterns");
    mkdirSync(path.join(folder, "src"), { recursive: true });
    writeFileSync(path.join(folder, "Cargo.toml"), manifest);
    writeFileSync(path.join(folder, "src/main.rs"), program());
    const { status, stdout, stderr } = await cargo(folder, ["run", "--quiet"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
