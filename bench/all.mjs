// All benches, one after the other, each in a process of its own. A bench whose limit is broken makes this fail.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".mjs") && name !== "all.mjs");
for (const name of names) {
  console.log(`\n${path.basename(name, ".mjs")}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", path.join(import.meta.dirname, name)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
