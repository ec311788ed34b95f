// What it costs to load the generated client: as the files that a package has, and bundled into one; each in a new process, in turns with
// an empty one.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundled, compiled, temporaryFolder } from "./support/client.mjs";
import { median, show } from "./support/statistics.mjs";

const runs = Number(process.argv[2] ?? 21);
const files = await compiled();
const one = path.join(temporaryFolder(), "client.mjs");
writeFileSync(one, (await bundled('export * from "./index.js";')).text);
const core = path.join(temporaryFolder(), "core.mjs");
writeFileSync(core, (await bundled('export * from "./core.js"; export * from "./ai.js";')).text);

const programs = {
  "an empty program": "",
  "index, as files": `await import(${JSON.stringify(pathToFileURL(path.join(files, "index.js")).href)})`,
  "core and one resource, as files": `await Promise.all([import(${JSON.stringify(pathToFileURL(path.join(files, "core.js")).href)}), import(${JSON.stringify(pathToFileURL(path.join(files, "ai.js")).href)})])`,
  "index, bundled": `await import(${JSON.stringify(pathToFileURL(one).href)})`,
  "core and one resource, bundled": `await import(${JSON.stringify(pathToFileURL(core).href)})`,
};
const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, program] of Object.entries(programs)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    times[name].push(performance.now() - start);
  }
}
const empty = median(times["an empty program"]);
const count = readdirSync(files, { recursive: true }).filter((file) => file.endsWith(".js")).length;
console.log(`${count} files, ${runs} runs of each, median`);
for (const [name, all] of Object.entries(times))
  show(name, `${median(all).toFixed(1)} ms`, `${(median(all) - empty).toFixed(1)} ms more than nothing`);
