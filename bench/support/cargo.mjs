// The benches of Rust: a program over the generated client, compiled as applications ship it.
import { spawnSync } from "node:child_process";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../rust");

export const target = process.env.CARGO_TARGET_DIR ?? path.join(import.meta.dirname, "../../node_modules/.cache/heddle-rust/target");

export const hasCargo = spawnSync("cargo", ["--version"]).status === 0;
if (!hasCargo) console.log("There is no cargo, so this is left out.");

/** The path of the program; undefined if there is no cargo. */
export function compiled() {
  if (!hasCargo) return undefined;
  const env = { ...process.env, CARGO_TARGET_DIR: target };
  const { status } = spawnSync("cargo", ["build", "--release", "--quiet"], { cwd: folder, env, stdio: "inherit" });
  if (status !== 0) process.exit(1);
  return path.join(target, "release/heddle-bench");
}
