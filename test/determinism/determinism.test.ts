import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderSound } from "../support/project.js";

const folder = path.join(import.meta.dirname, "../golden/everything/schema");
// The variant template of that golden is its own; what is rendered here has the built-in ones.
const everything = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8").replace("      template: presigned\n", "")]),
);
const expected = renderSound(everything);

afterEach(() => void vi.useRealTimers());

describe("the same input gives the same bytes", () => {
  it("again", () => {
    expect([...renderSound(everything)]).toEqual([...expected]);
  });

  it.each([0, Date.UTC(1999, 11, 31, 23, 59, 59), Date.UTC(2099, 0, 1)])("at any time (%d)", (now) => {
    vi.useFakeTimers({ now, toFake: ["Date"] });
    expect([...renderSound(everything)]).toEqual([...expected]);
  });

  it("with other line ends, a byte order mark, comments and spaces", () => {
    const disguised = Object.entries(everything).map(([name, text]) => [name, `\ufeff# A comment\n\n${text}`.replaceAll("\n", "\r\n")]);
    expect([...renderSound(Object.fromEntries(disguised))]).toEqual([...expected]);
  });
});

describe("no file says where or when it was made", () => {
  it.each([...expected.keys()].filter((name) => !name.startsWith("runtime/")))("%s", (name) => {
    const text = expected.get(name) ?? "";
    expect(text).not.toContain(import.meta.dirname.split(path.sep).slice(0, 3).join("/"));
    expect(text).not.toMatch(/\b(generated (at|on)|heddle v?\d)/i);
    expect(text).not.toContain("\r");
    expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
  });
});

/** The top-level statements of each module, sorted, and its imports as sets. */
function declarations(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...files].map(([name, text]) => {
      if (!name.endsWith(".ts")) return [name, [text]];
      const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
      return [name, tree.statements.map((statement) => statement.getFullText(tree).trim()).sort()];
    }),
  );
}

/** A schema file with the entries of `types` in another order. */
function permuted(text: string, order: (blocks: readonly string[]) => readonly string[]): string {
  const [before = "", types] = text.split(/^types:\n/m);
  if (types === undefined) return text;
  const blocks = types.split(/\n*(?=^ {2}\S)/m).filter((block) => block.trim() !== "");
  return `${before}types:\n${order(blocks)
    .map((block) => `${block.trimEnd()}\n`)
    .join("\n")}`;
}

/** Where order has a meaning, it is the author's: fields, parameters, values. Declarations of types are independent of each other. */
describe("the order of declarations", () => {
  it("of types does not change what any of them becomes", () => {
    const wanted = declarations(expected);
    const orders = fc.func(fc.integer());
    fc.assert(
      fc.property(orders, (rank) => {
        const shuffled = Object.fromEntries(
          Object.entries(everything).map(([name, text]) => [
            name,
            permuted(text, (blocks) => blocks.toSorted((a, b) => rank(a) - rank(b))),
          ]),
        );
        expect(declarations(renderSound(shuffled))).toEqual(wanted);
      }),
      { numRuns: 5 },
    );
  });

  it("of types is the order of their declarations", () => {
    const reversed = { ...everything, "money.yaml": permuted(everything["money.yaml"] ?? "", (blocks) => blocks.toReversed()) };
    const names = (files: ReadonlyMap<string, string>) =>
      Array.from((files.get("money.ts") ?? "").matchAll(/^export (?:interface|type) (\w+)/gm), ([, name]) => name);
    expect(names(renderSound(reversed))).toEqual(names(expected).toReversed());
  });

  it("of included files does not change what any of them becomes", () => {
    const api = (everything["api.yaml"] ?? "").replace(
      /^include: .*$/m,
      "include: [errors.yaml, accounts.yaml, tracking.yaml, parcels.yaml, money.yaml]",
    );
    expect(declarations(renderSound({ ...everything, "api.yaml": api }))).toEqual(declarations(expected));
  });
});
