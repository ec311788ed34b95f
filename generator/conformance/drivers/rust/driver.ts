import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { disk } from "../../../output/file-system.js";
import type { Driver } from "../driver.js";
import { generated } from "../generated.js";

/** Needs cargo. The dependencies of clients are compiled once, in the target folder of the machine's own cargo or in one of Heddle's. */
export const driver: Driver = {
  target: "rust",
  without: { second_use: "a stream is moved where it is read: a program that reads it again does not compile" },
  setting: (name) => name,
  async build(files, folder, home) {
    const { build } = await import("esbuild");
    const program = path.join(home, "rust/program");
    const sources = disk.list(program).filter((name) => name.endsWith(".rs"));
    const crate = [
      ...files.map(({ path: name, content }) => [name, content] as const),
      ...sources.map((name) => [`conformance/${name}`, disk.read(path.join(program, name)) ?? ""] as const),
      ["Cargo.toml", disk.read(path.join(program, "Cargo.toml")) ?? ""] as const,
    ];
    for (const [name, content] of crate) {
      disk.makeFolder(path.dirname(path.join(folder, name)));
      disk.write(path.join(folder, name), content);
    }
    const { outputFiles } = await build({
      entryPoints: [path.join(program, "front.ts")],
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node20",
      tsconfigRaw: {},
      logLevel: "silent",
      plugins: [generated(files)],
    });
    const front = path.join(folder, "front.mjs");
    disk.write(front, outputFiles[0]?.contents ?? "");
    const binary = await compiled(folder);
    return { command: process.execPath, args: [front, binary] };
  },
};

/** One after the other: all have one target folder, and there the same name. */
let before: Promise<unknown> = Promise.resolve();

function compiled(folder: string): Promise<string> {
  const built = before.then(async () => {
    const target = process.env["CARGO_TARGET_DIR"] ?? path.join(os.tmpdir(), "heddle-conformance-rust");
    await cargo(folder, target);
    const [binary, own] = [path.join(target, "debug/driver"), path.join(folder, "driver")];
    disk.copy(binary, own);
    return own;
  });
  before = built.catch(() => undefined);
  return built;
}

function cargo(folder: string, target: string): Promise<void> {
  const child = spawn("cargo", ["build", "--quiet"], { cwd: folder, env: { ...process.env, CARGO_TARGET_DIR: target } });
  let text = "";
  child.stderr.on("data", (chunk) => (text += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`cargo build ended with ${status} in ${folder}:\n${text.slice(-8000)}`)),
    );
  });
}
