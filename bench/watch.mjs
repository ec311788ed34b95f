// From a save to the written files: with `generate --watch`, beside a run of its own, in turns on two copies of schema/wacht.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { temporaryFolder } from "./support/client.mjs";
import { median, show } from "./support/statistics.mjs";

const runs = Number(process.argv[2] ?? 21);
const root = path.join(import.meta.dirname, "..");
const heddle = path.join(root, "dist/heddle.js");

function project() {
  const folder = temporaryFolder();
  cpSync(path.join(root, "schema/wacht"), path.join(folder, "schema"), { recursive: true });
  writeFileSync(path.join(folder, "heddle.config.yaml"), "schema: schema/api.yaml\ntargets: { typescript: typescript, rust: rust }\n");
  return folder;
}

function save(folder, run) {
  const file = path.join(folder, "schema/context.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/( -- )[^\n"]*/, `$1Saved ${run}`));
}

const [watched, single] = [project(), project()];
const child = spawn(process.execPath, [heddle, "generate", "--watch", "--format", "json"], {
  cwd: watched,
  stdio: ["ignore", "pipe", "inherit"],
});
const lines = createInterface(child.stdout);
await once(lines, "line");
spawnSync(process.execPath, [heddle, "generate"], { cwd: single });

const times = { watch: [], run: [] };
for (let run = 0; run < runs; run++) {
  const done = once(lines, "line");
  let start = performance.now();
  save(watched, run);
  const [line] = await done;
  if (JSON.parse(line).outputs.every(({ written }) => written.length === 0)) throw new Error(`nothing was written: ${line}`);
  times.watch.push(performance.now() - start);

  start = performance.now();
  save(single, run);
  const { status, stderr } = spawnSync(process.execPath, [heddle, "generate"], { cwd: single, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  times.run.push(performance.now() - start);
}
child.kill();
console.log(`one text changed, two clients, ${runs} saves of each, median`);
show("generate, a process for each save", `${median(times.run).toFixed(0)} ms`);
const ratio = median(times.watch) / median(times.run);
show("generate --watch", `${median(times.watch).toFixed(0)} ms`, `${ratio.toFixed(2)} of it; 25 ms are the wait for the end of a save`);
