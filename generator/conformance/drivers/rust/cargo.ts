import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { disk } from "../../../output/file-system.js";

export interface CargoRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What cargo is told, besides the caller's own environment, so that the dependencies of all clients are compiled once: one target folder,
 * and the same profile. Nobody debugs what is built here, or builds it a second time with small changes.
 */
export function cargoEnvironment(): Readonly<Record<string, string>> {
  const modules = path.join(process.cwd(), "node_modules");
  const cache = disk.stat(modules) ? path.join(modules, ".cache/heddle-rust") : path.join(os.tmpdir(), "heddle-rust");
  return {
    CARGO_TARGET_DIR: process.env["CARGO_TARGET_DIR"] ?? path.join(cache, "target"),
    CARGO_PROFILE_DEV_DEBUG: "0",
    CARGO_INCREMENTAL: "0",
  };
}

/** Runs cargo in a crate's folder, in a process of its own; `hear` is given each piece of its output. Rejects if there is no cargo. */
export function runCargo(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  hear: (text: string) => void = () => undefined,
): Promise<CargoRun> {
  const child = spawn("cargo", args, { cwd: folder, env: { ...process.env, ...cargoEnvironment(), ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    hear(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? 1, stdout, stderr }));
  });
}
