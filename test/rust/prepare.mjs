// Compiles what the tests of Rust depend on, so that no test waits for it: as programs are built, as they are checked, and for the driver of
// the conformance suite. Says how long each takes.
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const programs = path.join(import.meta.dirname, "programs");
const heddle = path.join(root, "dist/heddle.js");

const steps = [
  ["build them", programs, "cargo", ["build", "--quiet"]],
  ["check them", programs, "cargo", ["check", "--quiet"]],
  ["build the driver", root, process.execPath, [heddle, "conformance", "--target", "rust", "--only", "errors.tls"]],
];

for (const [name, folder, command, args] of steps) {
  const start = performance.now();
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: "inherit" });
  if (error?.code === "ENOENT") {
    console.error("There is no cargo. Rust 1.85 or newer has it: https://rustup.rs");
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
