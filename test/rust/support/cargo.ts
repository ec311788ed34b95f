import { spawnSync } from "node:child_process";
import path from "node:path";
import { runCargo, type CargoRun } from "../../../generator/conformance/drivers/rust/cargo.js";

export type { CargoRun as Run };

const repository = path.join(import.meta.dirname, "../../..");

/** Where tests put what they make of Rust; nothing of it is committed. */
export const cache = path.join(repository, "node_modules/.cache/heddle-rust");

/** For the manifest of a crate: what makes its dependencies the same as those of the others. */
export const sharedDependencies = `heddle-test-dependencies = { path = ${JSON.stringify(path.join(import.meta.dirname, "../dependencies"))} }`;

const isThere = spawnSync("cargo", ["--version"]).status === 0;

/** Tests of Rust are skipped where there is none, but not where everything has to be shown: there they fail. */
export const hasCargo = isThere || process.env["CI"] === "true";

/** Runs cargo in a crate's folder; not in this process, so that a mock in it can answer. */
export function cargo(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CargoRun> {
  if (isThere) return runCargo(folder, args, env);
  throw new Error("There is no cargo, and CI=true makes the tests of Rust mandatory. Install Rust 1.85 or newer: https://rustup.rs");
}
