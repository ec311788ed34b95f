import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { summary } from "../support/schema.js";
import { readTree } from "../support/temporary-folder.js";

const config = (name: string) => `schema: schema/api.yaml
targets: { rust: { out: rust, package: { name: ${name}, version: 2.3.0 } } }
`;

/** What a golden's schema becomes in Rust. Templates of its own are for TypeScript. */
async function outputOf(name: string): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-golden-"));
  try {
    return await generated(name, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function generated(name: string, folder: string): Promise<Record<string, string>> {
  cpSync(path.join(import.meta.dirname, name, "schema"), path.join(folder, "schema"), { recursive: true });
  const root = path.join(folder, "schema/api.yaml");
  writeFileSync(root, readFileSync(root, "utf8").replace(/^ +template: .*\n/gm, ""));
  writeFileSync(path.join(folder, "heddle.config.yaml"), config(name));
  const { ok, diagnostics } = await generate({ config: path.join(folder, "heddle.config.yaml") });
  if (!ok) throw new Error(diagnostics.map(summary).join("\n"));
  const { ".heddle.json": _, ...files } = readTree(path.join(folder, "rust"));
  return files;
}

/** That it compiles, and is as rustfmt prints it, is held by test/rust/checks.slow.test.ts. */
describe.each(["smallest", "everything"])("%s in Rust", async (name) => {
  const files = Object.entries(await outputOf(name));
  const runtime = files.filter(([file]) => file.startsWith("src/runtime/"));
  const own = files.filter((file) => !runtime.includes(file));

  it("is as committed", async () => {
    const folder = path.join(import.meta.dirname, name, "rust");
    for (const [file, text] of own) await expect.soft(text).toMatchFileSnapshot(path.join(folder, file));
    // A file that is no longer generated is to be deleted by hand.
    expect(Object.keys(readTree(folder))).toEqual(own.map(([file]) => file).sort());
  });

  it("has the runtime in it, byte for byte", () => {
    const copied = Object.fromEntries(runtime.map(([file, text]) => [file.slice("src/runtime/".length), text]));
    expect(copied).toEqual(readTree(path.join(import.meta.dirname, "../../templates/rust/runtime")));
  });
});
