import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ts from "typescript";
import { allows, layerOf, libraryOwners } from "./architecture/layers.js";
import { functionLengths, importsOf, sources, type Source } from "./architecture/sources.js";

const generator = sources(["generator"]);
const handWritten = sources(["generator", "templates"]);

/** What a client has only if its project asks for validators. */
const zodFolder = "templates/typescript/runtime/zod/";

function isZodInItsFolder(path: string, specifier: string): boolean {
  return specifier === "zod" && path.startsWith(zodFolder);
}

describe("dependencies point one way", () => {
  it("reads a tree that is really there", () => {
    expect(generator.length).toBeGreaterThan(50);
  });

  it("each file imports only what its layer may know", () => {
    const wrong = generator.flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target !== undefined && !allows(layerOf(source.path), layerOf(target)))
        .map(({ specifier }) => `${source.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("templates know nothing of Heddle but heddle/template, and the types of their language", () => {
    const wrong = sources(["templates"]).flatMap((source) =>
      importsOf(source)
        .filter(({ specifier, target }) => {
          const known = ["heddle/template", `heddle/${source.path.split("/")[1]}`];
          return !known.includes(specifier) && !target?.startsWith("templates/") && !isZodInItsFolder(source.path, specifier);
        })
        .map(({ specifier }) => `${source.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("a runtime imports nothing but itself, and its part for zod that", () => {
    const wrong = sources(["templates/typescript/runtime"]).flatMap((source) =>
      importsOf(source)
        .filter(({ specifier, target }) => {
          const isOwn = target?.startsWith("templates/typescript/runtime/") === true;
          const leadsToZod = target?.startsWith(zodFolder) === true && !source.path.startsWith(zodFolder);
          return (!isOwn && !isZodInItsFolder(source.path, specifier)) || leadsToZod;
        })
        .map(({ specifier }) => `${source.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(libraryOwners))("%s has one owner", (library, owners) => {
    const users = generator
      .filter((source) =>
        importsOf(source).some(({ specifier, typeOnly }) => !typeOnly && (specifier === library || specifier.startsWith(`${library}/`))),
      )
      .map(({ path }) => path)
      .filter((path) => !owners.some((owner) => path.startsWith(owner)));
    expect(users).toEqual([]);
  });

  it("names no language outside targets/", () => {
    const wrong = generator
      .filter(({ path }) => !path.startsWith("generator/targets/") && !path.startsWith("generator/cli/starter"))
      .filter(({ path }) => !path.startsWith("generator/conformance/drivers/") && path !== "generator/cli/main.ts")
      .filter(({ text }) => /\b(typescript|rust|python|golang|java)\b/i.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe("small rooms", () => {
  const lengths = handWritten.map(({ text }) => text.split("\n").length - 1).sort((a, b) => a - b);
  const quantile = (q: number): number => lengths[Math.floor(q * (lengths.length - 1))] ?? 0;

  it("has files of at most 300 lines, nine in ten at most 220, half at most 120", () => {
    const tooLong = handWritten.filter(({ text }) => text.split("\n").length - 1 > 300).map(({ path }) => path);
    expect(tooLong).toEqual([]);
    expect(quantile(0.9)).toBeLessThanOrEqual(220);
    expect(quantile(0.5)).toBeLessThanOrEqual(120);
  });

  it("has files of Rust of at most 300 lines, and leaves nothing unfinished in them", () => {
    const rust = rustFiles(["generator", "templates"]);
    expect(rust.length).toBeGreaterThan(100);
    expect(
      rust.filter(({ text }) => text.split("\n").length - 1 > 300 || /\b(todo|unimplemented)!/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  it("has functions of at most 80 lines", () => {
    const tooLong = handWritten.flatMap((source) => functionLengths(source).filter(({ lines }) => lines > 80));
    expect(tooLong).toEqual([]);
  });
});

describe("honest types and deterministic code", () => {
  it("has no any", () => {
    expect(handWritten.filter(hasAny).map(({ path }) => path)).toEqual([]);
  });

  it("silences no checker", () => {
    const silenced = handWritten.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable/.test(text));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });

  it("asks neither locale nor clock nor chance outside the command line and the clock of the mock", () => {
    const forbidden = /\.localeCompare\(|\.toLocale\w*\(|Date\.now|new Date\(\)|Math\.random|Intl\./;
    const wrong = generator.filter(
      ({ path, text }) => !/^generator\/(cli\/|output\/|mock\/clock\.ts)/.test(path) && forbidden.test(withoutComments(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("leaves nothing unfinished", () => {
    const unfinished = /\b(TODO|FIXME|HACK|XXX)\b|not (yet )?implemented/;
    expect(handWritten.filter(({ text }) => unfinished.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

function rustFiles(folders: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  const names = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = folders.flatMap((folder) => names(folder).map((file) => `${folder}/${file.replaceAll("\\", "/")}`));
  return paths.filter((path) => path.endsWith(".rs")).map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

function hasAny({ tree }: Source): boolean {
  const visit = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, visit) === true;
  return visit(tree);
}
