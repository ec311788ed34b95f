import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../docs/blocks.js";
import { heddle, repository } from "../support/heddle.js";
import { cache, cargo, hasCargo, sharedDependencies } from "./support/cargo.js";

/** How many examples compile; what the compiler says where one does not. */
async function examplesOf(crate: string): Promise<number | string> {
  const { status, stdout, stderr } = await cargo(crate, ["test", "--doc", "--quiet"]);
  return status === 0 ? Number(/(\d+) passed/.exec(stdout)?.[1]) : stdout + stderr;
}

/** The schema that has one of everything, as a crate. */
async function everything(): Promise<string> {
  const folder = path.join(cache, "everything");
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(repository, "test/golden/everything/schema"), path.join(folder, "schema"), { recursive: true });
  const root = path.join(folder, "schema/api.yaml");
  writeFileSync(root, readFileSync(root, "utf8").replace(/^ +template: .*\n/gm, ""));
  const target = "{ rust: { out: sdk, package: { name: parcel-post, version: 0.1.0 } } }";
  writeFileSync(path.join(folder, "heddle.config.yaml"), `schema: schema/api.yaml\ntargets: ${target}\n`);
  const { code, stderr } = await heddle(folder, ["generate"]);
  if (code !== 0) throw new Error(stderr);
  return path.join(folder, "sdk");
}

/** The Rust blocks of a page as functions of a program, with what they take for granted. */
function programOf(page: string): string {
  const blocks = blocksOf(page).filter(({ language, info }) => language === "rust" && info === "");
  const functions = blocks.map(({ text }, index) => `async fn block_${index + 1}() -> wacht::Result<()> {\n${text}Ok(())\n}\n`);
  return `#![allow(dead_code)]\nuse wacht::{Error, WachtClient};\n${functions.join("")}fn main() {}\n`;
}

/** Examples of operations, of the crate's root, and of its README. */
describe.skipIf(!hasCargo)("what rustdoc shows compiles", { timeout: 600_000 }, () => {
  it.each([
    ["wacht", 13],
    ["wacht-v0", 3],
  ])("of %s", async (name, count) => {
    expect(await examplesOf(path.join(repository, "generated/rust", name))).toBeGreaterThanOrEqual(count);
  });

  it("of README.md", async () => {
    const app = path.join(cache, "readme");
    mkdirSync(path.join(app, "src"), { recursive: true });
    const wacht = `wacht = { path = ${JSON.stringify(path.join(repository, "generated/rust/wacht"))} }`;
    const manifest = `[package]\nname = "readme"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n${sharedDependencies}\n${wacht}\n[workspace]\n`;
    writeFileSync(path.join(app, "Cargo.toml"), manifest);
    writeFileSync(path.join(app, "src/main.rs"), programOf("README.md"));
    expect(programOf("README.md")).toContain("block_1");
    const { status, stderr } = await cargo(app, ["check", "--quiet"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("of a schema that has one of everything", async () => {
    expect(await examplesOf(await everything())).toBeGreaterThan(10);
  });
});
