import path from "node:path";
import { expect, it } from "vitest";
import { disk } from "../../../generator/output/file-system.js";
import { Report } from "../../../generator/source/report.js";
import { loadTransforms, runTransform } from "../../../generator/target/index.js";
import { temporaryFolder, writeTree } from "../../support/temporary-folder.js";
import { placed, provided } from "./loading.js";

async function load(files: Readonly<Record<string, string>>, names: readonly string[]) {
  const root = temporaryFolder();
  writeTree(root, files);
  const report = new Report();
  const loading = { reader: disk, provided: new Map([...provided, ["tool", () => ({ mark: "!" })]]), report };
  const loaded = await loadTransforms(
    names.map((name) => ({ folder: { path: path.join(root, path.dirname(name)), shown: path.dirname(name) }, name: path.basename(name) })),
    loading,
  );
  return { ...loaded, report };
}

it("loads transforms in their order, with the modules they are given, and runs them", async () => {
  const { transforms, inputs, report } = await load(
    {
      "b.ts": 'import { mark } from "tool";\nexport default (seen: string[], path: string) => void seen.push(path + mark);\n',
      "more/a.ts":
        'import { end } from "./lib/end.js";\nexport default async (seen: string[]) => {\n  await Promise.resolve();\n  seen.push(end);\n};\n',
      "more/lib/end.ts": 'export const end = "end";\n',
    },
    ["b.ts", "more/a.ts"],
  );
  const seen: string[] = [];
  for (const transform of transforms) expect(await runTransform(transform, "x.ts", [seen, "x.ts"], report)).toBe(true);
  expect(seen).toEqual(["x.ts!", "end"]);
  expect(inputs.map(({ shown }) => shown)).toEqual(["b.ts", "more/a.ts", "more/lib/end.ts"]);
  expect(report.diagnostics).toEqual([]);
});

it("says which transform is missing, is none, or fails for which file, and where", async () => {
  const { transforms, report } = await load(
    {
      "none.ts": "export const a = 1;\n",
      "more/fails.ts": "export default (file: { text: string }) => {\n  throw new Error(file.text);\n};\n",
    },
    ["gone.ts", "none.ts", "more/fails.ts"],
  );
  for (const transform of transforms) expect(await runTransform(transform, "ai.ts", [{ text: "no" }], report)).toBe(false);
  expect(report.diagnostics.map(placed)).toEqual([
    "HD614 - [] there is no file `gone.ts`",
    "HD604 - [] `none.ts` has no default export where its function belongs",
    "more/fails.ts HD613 2:9 [n] the transform `more/fails.ts` fails for `ai.ts`: no",
  ]);
});
