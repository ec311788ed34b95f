import path from "node:path";
import { disk } from "../../../output/file-system.js";
import type { OutputFile } from "../../../target/index.js";
import type { Driver } from "../driver.js";
import { generated } from "../generated.js";
import { compiled } from "./compile.js";

/** Needs cargo. */
export const driver: Driver = {
  target: "rust",
  without: { second_use: "a stream is moved where it is read: a program that reads it again does not compile" },
  setting: (name) => name,
  async build(files, { folder, home, progress }) {
    const program = path.join(home, "rust/program");
    writeCrate(files, program, folder);
    const front = path.join(folder, "front.mjs");
    disk.write(front, await bundledFront(files, program));
    return { command: process.execPath, args: [front, await compiled(folder, progress)] };
  },
};

/** The client, and the driver as the program of its crate. */
function writeCrate(files: readonly OutputFile[], program: string, folder: string): void {
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
}

async function bundledFront(files: readonly OutputFile[], program: string): Promise<Uint8Array> {
  const { build } = await import("esbuild");
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
  return outputFiles[0]?.contents ?? new Uint8Array();
}
