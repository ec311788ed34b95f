import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { heddle, repository } from "../support/heddle.js";
import { cache, cargo, hasCargo } from "./support/cargo.js";

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

/** Examples of operations, of the crate's root, and of its README. */
describe.skipIf(!hasCargo)("what rustdoc shows compiles", { timeout: 600_000 }, () => {
  it.each([
    ["wacht", 13],
    ["wacht-v0", 3],
  ])("of %s", async (name, count) => {
    expect(await examplesOf(path.join(repository, "generated/rust", name))).toBe(count);
  });

  it("of a schema that has one of everything", async () => {
    expect(await examplesOf(await everything())).toBeGreaterThan(10);
  });
});
