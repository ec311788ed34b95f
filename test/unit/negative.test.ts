import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolve } from "../../generator/resolve/resolve.js";
import { catalog } from "../../generator/source/catalog/index.js";
import { renderText } from "../../generator/source/render/text.js";
import { load } from "../../generator/syntax/load.js";

const root = join(import.meta.dirname, "../negative");

/** Which codes a folder is about; its fixtures pin everything that is reported, word for word and caret by caret. */
const stages: Readonly<Record<string, string>> = { yaml: "HD1", document: "HD2", names: "HD3", rules: "HD4" };

/** What takes more bytes than a fixture should have, or bytes that are no text; test/unit/syntax/{yaml,load}.test.ts have them. */
const elsewhere = ["HD101", "HD102", "HD105"];

/** A fixture is a file `x.yaml`, or a folder `x` with `api.yaml` and what it includes; `x.txt` is what Heddle says about it. */
function fixtures(stage: string): { readonly name: string; readonly folder: string; readonly file: string }[] {
  const folder = join(root, stage);
  return readdirSync(folder)
    .filter((entry) => entry.endsWith(".yaml") || statSync(join(folder, entry)).isDirectory())
    .sort()
    .map((entry) =>
      entry.endsWith(".yaml")
        ? { name: entry.slice(0, -".yaml".length), folder, file: entry }
        : { name: entry, folder: join(folder, entry), file: "api.yaml" },
    );
}

function findings(folder: string, file: string): string {
  const { program, report } = load(file, { read: (path) => readIfThere(join(folder, path)) });
  if (!report.failed) resolve(program, report);
  return renderText(report.diagnostics);
}

function readIfThere(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false }) && readFileSync(path);
}

describe.each(Object.entries(stages))("%s", (stage, prefix) => {
  it.each(fixtures(stage))("$name", async ({ name, folder, file }) => {
    const text = findings(folder, file);
    expect(text).toMatch(new RegExp(`(error|warning) ${prefix}`));
    await expect(text).toMatchFileSnapshot(join(root, stage, `${name}.txt`));
  });

  it("has a fixture for everything it can find", () => {
    const pinned = fixtures(stage)
      .map(({ folder, file }) => findings(folder, file))
      .join("\n");
    const codes = Object.keys(catalog).filter((code) => code.startsWith(prefix) && !elsewhere.includes(code));
    expect(codes.filter((code) => !pinned.includes(` ${code}: `))).toEqual([]);
  });
});
