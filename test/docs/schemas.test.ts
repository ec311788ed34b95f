import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { load, type Reader } from "../../generator/syntax/load.js";
import { resolve } from "../../generator/resolve/resolve.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";
import { blocksOf, root } from "./blocks.js";

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

/** The blocks of the reference as the files of one schema. */
function reference(): ReadonlyMap<string, string> {
  const [root, ...parts] = blocksOf("docs/language.md").filter(({ language }) => language === "yaml");
  const files = new Map(parts.map(({ text, place }) => [`${place.replaceAll(/\W/g, "_")}.yaml`, text]));
  const include = `include: [${[...files.keys()].join(", ")}]`;
  return files.set("api.yaml", (root?.text ?? "").replace(/^include: .*$/m, include));
}

it("docs/language.md is one schema without problems, a file to each block", () => {
  expect(problems(reference(), "api.yaml")).toEqual([]);
});

it("docs/language.md gives a client that compiles", { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const settings = { extends: path.join(root, "test/types/tsconfig.json"), include: ["out"], exclude: [] };
  const project = { "heddle.config.yaml": "schema: api.yaml\ntargets: { typescript: out }\n", "package.json": '{ "type": "module" }' };
  writeTree(folder, { ...project, ...Object.fromEntries(reference()), "tsconfig.json": JSON.stringify(settings) });
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(run(path.join(root, "dist/heddle.js"), "generate").stderr).toBe("");
  expect(run(path.join(root, "node_modules/typescript/bin/tsc"), "-p", ".").stdout).toBe("");
});

it.each(blocksOf("README.md").filter(({ text }) => /^heddle: 1$/m.test(text)))("the schema at $place has no problems", ({ text }) => {
  expect(problems(new Map([["api.yaml", text]]), "api.yaml")).toEqual([]);
});
