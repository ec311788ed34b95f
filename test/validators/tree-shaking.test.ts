import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { renderSound } from "../support/project.js";
import { temporaryFolder, writeTree } from "../support/temporary-folder.js";

const config = "schema: api.yaml\ntargets: {typescript: {out: out, extension: .ts, validators: zod}}\n";

it("a program has the schemas that it uses, and those that they use", async () => {
  const schema = readFileSync(path.join(import.meta.dirname, "constructs.yaml"), "utf8");
  const folder = temporaryFolder();
  writeTree(folder, Object.fromEntries(renderSound({ "heddle.config.yaml": config, "api.yaml": schema })));
  const { outputFiles } = await build({
    stdin: { contents: 'import { UsesSchema } from "./validators/index.ts"; UsesSchema.parse({});', resolveDir: folder },
    bundle: true,
    write: false,
    format: "esm",
    packages: "external",
  });
  const kept = Array.from(outputFiles[0]?.text.matchAll(/^(?:var|function) (\w+Schema)\b/gm) ?? [], ([, name]) => name);
  expect(kept.sort()).toEqual([
    "ClosedSchema",
    "GradeSchema",
    "IdSchema",
    "IdsSchema",
    "LevelSchema",
    "PriceSchema",
    "TextSchema",
    "UsesSchema",
  ]);
});
