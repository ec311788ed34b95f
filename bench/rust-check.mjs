// How long `cargo check` of the generated crate takes after one file of it was changed, as an editor runs it at each save.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./support/client.mjs";
import { hasCargo, target } from "./support/cargo.mjs";
import { median, show } from "./support/statistics.mjs";

const runs = 5;
const crate = path.join(import.meta.dirname, "../generated/rust/wacht");

function check(folder) {
  const start = performance.now();
  const env = { ...process.env, CARGO_TARGET_DIR: target, CARGO_INCREMENTAL: "1" };
  const { status } = spawnSync("cargo", ["check", "--quiet"], { cwd: folder, env, stdio: "inherit" });
  if (status !== 0) process.exit(1);
  return (performance.now() - start) / 1000;
}

/** The times of checks after a file was changed, each in another way. */
function touched(folder, file) {
  const text = readFileSync(path.join(crate, file), "utf8");
  return Array.from({ length: runs }, (_, run) => {
    writeFileSync(path.join(folder, file), `${text}\n// ${run}\n`);
    return check(folder);
  });
}

if (hasCargo) {
  const folder = path.join(temporaryFolder(), "wacht");
  cpSync(crate, folder, { recursive: true });
  check(folder);
  for (const file of ["src/models/context.rs", "src/api/ai.rs", "src/runtime/call/job.rs"]) {
    show(`cargo check after a change of ${file}`, `${median(touched(folder, file)).toFixed(2)} s`, `median of ${runs}`);
  }
}
