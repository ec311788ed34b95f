import { describe, expect, it } from "vitest";
import { parseManifest, printManifest, type Manifest } from "../../../generator/output/manifest.js";

const hash = "0".repeat(64);
const manifest: Manifest = {
  heddle: "1.2.3",
  settings: hash,
  inputs: new Map([["../shared/b.yaml", hash]]),
  files: new Map([
    ["runtime/call.ts", hash],
    ["__proto__", hash],
    ["ai.ts", hash],
  ]),
};

function problem(change: object): unknown {
  return parseManifest(JSON.stringify({ heddle: "1", settings: hash, inputs: {}, files: {}, ...change }));
}

describe("manifest", () => {
  it("is read as it was printed", () => {
    expect(parseManifest(printManifest(manifest))).toEqual({ manifest });
  });

  it("is printed in the order of paths, one a line", () => {
    expect(
      printManifest(manifest)
        .split("\n")
        .filter((line) => line.startsWith("    ")),
    ).toEqual([
      `    "../shared/b.yaml": "${hash}"`,
      `    "__proto__": "${hash}",`,
      `    "ai.ts": "${hash}",`,
      `    "runtime/call.ts": "${hash}"`,
    ]);
  });

  it.each([
    ["../victim", "it leaves the output folder"],
    ["a/../../victim", "it leaves the output folder"],
    ["/etc/passwd", "it is absolute"],
    ["C:/Windows/x", "it is absolute"],
    ["a\\..\\b", "it has a character that file names on Windows cannot have"],
    ["a//b", "it has an empty segment"],
    ["./a", "it has an empty segment"],
    ["", "it is empty"],
    ["a\u0000b", "it has a character that file names on Windows cannot have"],
    ["aux.ts", "a segment is the name of a device on Windows"],
    ["a./b", "a segment ends in a dot or a space, which Windows drops"],
    [".heddle/journal.json", "Heddle keeps its own records under that name"],
    [".HEDDLE.json", "Heddle keeps its own records under that name"],
    ["a".repeat(1001), "it is longer than 1000 characters"],
  ])("is refused if it lists %j", (path, reason) => {
    expect(problem({ files: { "ok.ts": hash, [path]: hash } })).toEqual({ problem: `it lists \`${path}\`, and ${reason}` });
  });

  it.each<[string, object, string]>([
    ["another shape", { files: [] }, "`heddle`, `settings`, `inputs` or `files` is missing"],
    ["no version", { heddle: 1 }, "`heddle`, `settings`, `inputs` or `files` is missing"],
    ["something that is no fingerprint", { files: { a: "abc" } }, "what it records for `a` is not a SHA-256"],
    ["a nested value", { inputs: { a: { b: hash } } }, "what it records for `a` is not a SHA-256"],
  ])("is refused with %s", (_, change, reason) => {
    expect(problem(change)).toEqual({ problem: reason });
  });

  it.each(["", "[]", "null", "<<<<<<< HEAD"])("is refused if it is %j", (text) => {
    expect(parseManifest(text)).toHaveProperty("problem");
  });
});
