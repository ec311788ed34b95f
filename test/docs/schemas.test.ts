import { expect, it } from "vitest";
import { load, type Reader } from "../../generator/syntax/load.js";
import { resolve } from "../../generator/resolve/resolve.js";
import { blocksOf } from "./blocks.js";

/** What is wrong with the schema whose files are these. */
function problems(files: ReadonlyMap<string, string>, root: string): readonly string[] {
  const reader: Reader = {
    read(path) {
      const text = files.get(path);
      return text === undefined ? undefined : Buffer.from(text);
    },
  };
  const { program, report } = load(root, reader);
  resolve(program, report);
  return report.diagnostics.map(({ code, message, span }) => `${span?.file.path}: ${code}: ${message}`);
}

it("docs/language.md is one schema without problems, a file to each block", () => {
  const blocks = blocksOf("docs/language.md").filter(({ language }) => language === "yaml");
  const [root, ...parts] = blocks;
  const files = new Map(parts.map(({ text, place }) => [`${place.replaceAll(/\W/g, "_")}.yaml`, text]));
  const include = `include: [${[...files.keys()].join(", ")}]`;
  files.set("api.yaml", (root?.text ?? "").replace(/^include: .*$/m, include));
  expect(problems(files, "api.yaml")).toEqual([]);
});

it.each(blocksOf("README.md").filter(({ text }) => /^heddle: 1$/m.test(text)))("the schema at $place has no problems", ({ text }) => {
  expect(problems(new Map([["api.yaml", text]]), "api.yaml")).toEqual([]);
});
