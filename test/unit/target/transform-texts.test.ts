import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../../generator/index.js";
import { smallSchema } from "../../support/small-project.js";
import { summary } from "../../support/schema.js";
import { temporaryFolder, writeTree } from "../../support/temporary-folder.js";

const config = `schema: schema/api.yaml
targets: { rust: { out: out, package: { name: pets, version: 1.0.0 }, transforms: [a.ts, b.ts] } }
`;

function project(transform: string): string {
  const folder = temporaryFolder();
  const last = "export default (file) => void (file.text += '# and last\\n');\n";
  writeTree(folder, { ...smallSchema, "heddle.config.yaml": config, "a.ts": transform, "b.ts": last });
  return folder;
}

it("gives transforms of a language without a syntax tree each file as a text, one after the other", async () => {
  const folder = project(`import type { TextFile } from "heddle/rust";
export default function own(file: TextFile, { path }: { path: string }): void {
  if (path === "Cargo.toml") file.text = file.text.replace('edition = "2024"', 'edition = "2024"\\npublish = false');
}
`);
  const { diagnostics } = await generate({ config: path.join(folder, "heddle.config.yaml") });
  expect(diagnostics.map(summary)).toEqual([]);
  expect(readFileSync(path.join(folder, "out/Cargo.toml"), "utf8")).toMatch(/edition = "2024"\npublish = false\n[\s\S]*\n# and last\n$/);
  expect(readFileSync(path.join(folder, "out/src/api/pets.rs"), "utf8")).toMatch(/# and last\n$/);
});

it("writes nothing where one of them fails", async () => {
  const folder = project("export default () => { throw new Error('no'); };\n");
  const { ok, diagnostics } = await generate({ config: path.join(folder, "heddle.config.yaml") });
  expect(ok).toBe(false);
  expect(diagnostics.map(summary)[0]).toContain("the transform `a.ts` fails");
});
