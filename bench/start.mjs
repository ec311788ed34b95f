// How long a run takes: one in which nothing changed, beside `node -e 0`, and a cold one of both clients. Pairs, so that whatever else
// the machine does hits both alike; prints medians and their ratio.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const heddle = path.join(root, "dist/heddle.js");
const folder = mkdtempSync(path.join(tmpdir(), "heddle-bench-"));
for (const name of ["heddle.config.yaml", "schema"]) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });

function time(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function line(name, times, extra = "") {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `${name.padEnd(28)} ${median(times).toFixed(0).padStart(5)} ms   (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})${extra}`,
  );
}

const cold = [];
for (let run = 0; run < 9; run++) {
  rmSync(path.join(folder, "generated"), { recursive: true, force: true });
  cold.push(time(heddle, "generate"));
}

const [empty, unchanged] = [[], []];
for (let run = 0; run < 21; run++) {
  empty.push(time("-e", "0"));
  unchanged.push(time(heddle, "generate"));
}

line("node -e 0", empty);
line("generate, nothing changed", unchanged, `   ${(median(unchanged) / median(empty)).toFixed(2)} times node -e 0 (limit 5)`);
line("generate, cold, both clients", cold, "   (limit 1000 ms)");
rmSync(folder, { recursive: true });
