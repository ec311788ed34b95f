import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format, getFileInfo } from "prettier";
import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { modelOf } from "../../generator/pipeline/model-of.js";
import { disk } from "../../generator/output/file-system.js";
import { installation } from "../../generator/pipeline/project.js";
import { summary } from "../support/schema.js";
import { readTree } from "../support/temporary-folder.js";
import { typeErrors } from "../support/type-check.js";

const repository = path.join(import.meta.dirname, "../..");
/** All but what is for zod, which none of the projects here asks for. */
const runtime = Object.fromEntries(
  Object.entries(readTree(path.join(repository, "templates/typescript/runtime"))).filter(([file]) => !file.startsWith("zod/")),
);

type Change = Readonly<Record<string, (text: string) => string>>;

/** What a golden's project becomes, made in a folder of its own; `change` is applied to its texts first. */
async function outputOf(name: string, change: Change = {}): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "heddle-golden-"));
  try {
    return await generated(name, folder, change);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function generated(name: string, folder: string, change: Change): Promise<Record<string, string>> {
  cpSync(path.join(import.meta.dirname, name), folder, { recursive: true, filter: (file) => path.basename(file) !== "typescript" });
  for (const [file, edit] of Object.entries(change)) {
    writeFileSync(path.join(folder, file), edit(readFileSync(path.join(folder, file), "utf8")));
  }
  const { ok, diagnostics } = await generate({ config: path.join(folder, "heddle.config.yaml") });
  if (!ok) throw new Error(diagnostics.map(summary).join("\n"));
  const { ".heddle.json": _, ...files } = readTree(path.join(folder, "typescript"));
  return files;
}

function withoutRuntime(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith("runtime/")));
}

async function expectGolden(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = path.join(import.meta.dirname, name, "typescript");
  for (const [file, text] of Object.entries(files)) await expect.soft(text).toMatchFileSnapshot(path.join(folder, file));
  // A file that is no longer generated is to be deleted by hand.
  expect(Object.keys(readTree(folder))).toEqual(Object.keys(files).sort());
}

async function expectPretty(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const { inferredParser } = await getFileInfo(file, { resolveConfig: false });
    if (inferredParser) expect.soft(await format(text, { filepath: file }), file).toBe(text);
  }
}

describe.each(["smallest", "everything"])("%s", async (name) => {
  const files = await outputOf(name);

  it("is as committed", () => expectGolden(name, withoutRuntime(files)));

  it("has the runtime beside it, byte for byte", () => {
    const copied = Object.entries(files).filter(([file]) => file.startsWith("runtime/"));
    expect(Object.fromEntries(copied.map(([file, text]) => [file.slice("runtime/".length), text]))).toEqual(runtime);
  });

  it("compiles under the strictest settings", () => {
    expect(typeErrors(new Map(Object.entries(files)))).toEqual([]);
  });

  it("is as Prettier would write it", () => expectPretty(withoutRuntime(files)));
});

it("everything means what model.json says", async () => {
  const project = { fs: disk, root: path.join(import.meta.dirname, "everything"), config: "heddle.config.yaml", heddle: installation(disk) };
  const { json = "", diagnostics } = modelOf(project, { schema: "schema/api.yaml" });
  expect(diagnostics.map(summary)).toEqual([]);
  await expect(json).toMatchFileSnapshot("./everything/model.json");
});

describe("overlay", async () => {
  const plain = await outputOf("overlay", {
    "heddle.config.yaml": (text) => text.replace(/^ +(templates|transforms): .*\n/gm, ""),
    "schema/api.yaml": (text) => text.replace("      template: presigned\n", ""),
  });
  const overlaid = await outputOf("overlay");
  const changed = Object.fromEntries(Object.entries(overlaid).filter(([file, text]) => plain[file] !== text));

  it("changes what is committed, and nothing else", () => expectGolden("overlay", changed));

  it("takes no file away", () => {
    expect(Object.keys(overlaid)).toEqual(expect.arrayContaining(Object.keys(plain)));
  });

  it("compiles under the strictest settings", () => {
    expect(typeErrors(new Map(Object.entries(overlaid)))).toEqual([]);
  });

  it("is as Prettier would write it", () => expectPretty(changed));
});

describe.each(["wacht", "wacht-v0"])("the committed client %s", (name) => {
  const { ".heddle.json": _, ...files } = withoutRuntime(readTree(path.join(repository, "generated/typescript", name)));

  it("is as Prettier would write it", () => expectPretty(files));
});
