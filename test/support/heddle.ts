import { execFile, spawn } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

export const repository = path.join(import.meta.dirname, "../..");

/** The command as it is installed. */
export const heddlePath = path.join(repository, "dist/heddle.js");

let built: Promise<unknown> | undefined;

/** Builds `dist/` from what is in the tree; quick, and only files that differ are written. */
export function build(): Promise<unknown> {
  built ??= promisify(execFile)(process.execPath, [path.join(repository, "scripts/build.mjs")]);
  return built;
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a folder, without a terminal. */
export async function heddle(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  await build();
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [heddlePath, ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}
