import { spawn, spawnSync } from "node:child_process";
import path from "node:path";

const repository = path.join(import.meta.dirname, "../../..");

/** Where tests put what they make of Rust; nothing of it is committed. */
export const cache = path.join(repository, "node_modules/.cache/heddle-rust");

/** Tests of Rust are skipped where there is none. */
export const hasCargo = spawnSync("cargo", ["--version"]).status === 0;

/** One build folder for all: dependencies are compiled once. */
const target = process.env["CARGO_TARGET_DIR"] ?? path.join(cache, "target");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs cargo in a crate's folder; not in this process, so that a mock in it can answer. */
export function cargo(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = spawn("cargo", args, { cwd: folder, env: { ...process.env, CARGO_TARGET_DIR: target, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout, stderr })));
}
