import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { renderSound } from "../support/project.js";
import { typeErrors } from "../support/type-check.js";
import { excerpt } from "./excerpt.js";
import { readPage, wholeSchema, withBlocks, type Block, type Section } from "./page.js";

const pages = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => ({ name, file: path.join(import.meta.dirname, name) }));

function outputOf({ sources }: Section): ReadonlyMap<string, string> {
  return renderSound({ ...sources, "api.yaml": wholeSchema(sources["api.yaml"] ?? "") });
}

describe.each(pages)("$name", ({ name, file }) => {
  const markdown = readFileSync(file, "utf8");
  const sections = readPage(markdown);

  it("shows what is generated", async () => {
    const texts = new Map<Block, string>();
    for (const section of sections) {
      const output = outputOf(section);
      for (const block of section.excerpts) {
        const module = output.get(block.file);
        if (module === undefined)
          throw new Error(
            `${section.title}: there is no ${block.file}, only ${[...output.keys()].filter((key) => !key.startsWith("runtime/")).join(", ")}`,
          );
        texts.set(block, excerpt(module, block.names));
      }
    }
    await expect(withBlocks(markdown, texts)).toMatchFileSnapshot(`./${name}`);
  });
});

it("everything that the pages show compiles, and everything they say does not, does not", () => {
  const files = new Map<string, string>();
  for (const { name, file } of pages) {
    for (const [index, section] of readPage(readFileSync(file, "utf8")).entries()) {
      const folder = `${name.replace(".md", "")}-${index}`;
      for (const [output, text] of outputOf(section)) {
        if (output.startsWith("runtime/")) files.set(output, text);
        else if (output.endsWith(".ts"))
          files.set(`${folder}/${output}`, text.replaceAll(/"(?:\.\.?\/)+(?=runtime\/)/g, output.includes("/") ? '"../../' : '"../'));
      }
      for (const [use, { text }] of section.uses.entries()) files.set(`${folder}/use-${use}.ts`, text);
    }
  }
  expect(typeErrors(files)).toEqual([]);
}, 180_000);
