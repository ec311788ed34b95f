import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cargoEnvironment } from "../../generator/conformance/drivers/rust/cargo.js";
import { hasCargo } from "../rust/support/cargo.js";
import { repository } from "../support/heddle.js";
import { node, run, tarball } from "./workshop.js";

const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "heddle-installed-"));
// What other tests have compiled need not be compiled again for this folder.
process.env["CARGO_TARGET_DIR"] = cargoEnvironment()["CARGO_TARGET_DIR"];
const installed = path.join(folder, "node_modules/heddle");

/** Runs the installed command. */
function heddle(...args: readonly string[]): string {
  return node(folder, path.join(installed, "dist/heddle.js"), ...args);
}

function configure(targets: string): void {
  writeFileSync(path.join(folder, "heddle.config.yaml"), `schema: node_modules/heddle/schema/wacht/api.yaml\ntargets: ${targets}\n`);
}

beforeAll(() => {
  run(repository, "npm", "pack", "--ignore-scripts", "--pack-destination", folder);
  mkdirSync(installed, { recursive: true });
  run(folder, "tar", "-xzf", tarball(folder), "-C", installed, "--strip-components=1");
  for (const name of ["esbuild", "prettier", "ts-morph"])
    symlinkSync(path.join(repository, "node_modules", name), path.join(folder, "node_modules", name), "junction");
  return () => rmSync(folder, { recursive: true, force: true });
});

/** What only some runs need is not bundled, and has to be in the package. */
describe("an installed heddle", { timeout: 600_000 }, () => {
  it("plays scenarios: its own, and what a user has", () => {
    expect(heddle("conformance", "--only", "union.is_flattened", "--only", "auth.scheme")).toMatch(/^12 passed/);
    configure("{ typescript: sdk }");
    expect(heddle("conformance", "--examples")).toMatch(/^[1-9]\d* passed/);
  });

  it("generates Rust", () => {
    configure("{ rust: { out: sdk-rust, package: { name: wacht, version: 0.2.0 } } }");
    heddle("generate");
    const committed = path.join(repository, "generated/rust/wacht");
    for (const file of ["src/lib.rs", "src/api/ai.rs", "src/runtime/mod.rs"])
      expect(
        readFileSync(path.join(folder, "sdk-rust", file), "utf8")
          .split("\n")
          .slice(1),
      ).toEqual(readFileSync(path.join(committed, file), "utf8").split("\n").slice(1));
  });

  it.skipIf(!hasCargo)("plays scenarios with a Rust client", () => {
    configure("{ rust: sdk-rust }");
    expect(heddle("conformance", "--target", "rust", "--only", "union.is_flattened")).toMatch(/^[1-9]\d* passed/);
    expect(() => heddle("conformance", "--examples")).toThrow("The configuration has no target `typescript`.");
    expect(heddle("conformance", "--target", "rust", "--examples")).toMatch(/^[1-9]\d* passed/);
  });
});
