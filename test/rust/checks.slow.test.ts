import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { misprints } from "../unit/targets/rust/misprints.js";
import { cache, cargo, hasCargo } from "./support/cargo.js";

const repository = path.join(import.meta.dirname, "../..");
const committed = ["wacht", "wacht-v0"].map((name) => [name, path.join(repository, "generated/rust", name)] as const);

/** Schemas with as many constructs as there are, of which crates are made for the checks alone. */
const schemas = [
  ["everything", path.join(repository, "test/golden/everything/schema")],
  ["kitchen", path.join(repository, "generator/conformance/schema")],
] as const;
const roots = { everything: "api.yaml", kitchen: "kitchen.yaml" };
const made = schemas.map(([name]) => [name, path.join(cache, "checks", name, "crate")] as const);

/** Generates a crate of its own from a folder of schemas. */
async function make(name: keyof typeof roots, schema: string): Promise<void> {
  const folder = path.join(cache, "checks", name);
  mkdirSync(folder, { recursive: true });
  cpSync(schema, path.join(folder, "schema"), { recursive: true });
  const out = `{out: crate, package: {name: ${name}, version: 0.0.0}}`;
  writeFileSync(path.join(folder, "heddle.config.yaml"), `schema: schema/${roots[name]}\ntargets: {rust: ${out}}\n`);
  const text = path.join(folder, "schema", roots[name]);
  writeFileSync(text, readFileSync(text, "utf8").replace(/^ +template: .*\n/gm, ""));
  const { ok, diagnostics } = await generate({ config: path.join(folder, "heddle.config.yaml") });
  expect({ ok, errors: diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message) }).toEqual({
    ok: true,
    errors: [],
  });
}

function sources(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(path.join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".rs"));
  return new Map(files.map((file) => [`src/${file}`, readFileSync(path.join(folder, "src", file), "utf8")]));
}

describe.skipIf(!hasCargo)("a generated crate", () => {
  beforeAll(() => Promise.all(schemas.map(([name, schema]) => make(name, schema))));

  describe.each([...committed, ...made])("%s", (_, folder) => {
    it("is as rustfmt prints it, its runtime included", () => {
      expect(misprints([sources(folder)])).toEqual([]);
    });
  });

  it.each([...committed, ...made])("%s has nothing that clippy's pedantic lints find, with all features", async (_, folder) => {
    const { status, stderr } = await cargo(folder, ["clippy", "--quiet", "--all-features", "--", "-D", "warnings"]);
    expect({ status, text: stderr }).toEqual({ status: 0, text: "" });
  });
  it.each([...committed, ...made])("%s has documentation without a warning", async (_, folder) => {
    const { status, stderr } = await cargo(folder, ["doc", "--quiet", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" });
    expect({ status, text: stderr }).toEqual({ status: 0, text: "" });
  });
});
