import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");

/** Makes a fresh clone ready to run with nothing but Node: installs what is missing or out of date, then builds. */
export async function ready() {
  if (!installed()) install();
  const { build } = await import("./build.mjs");
  await build();
}

/** True if every package of the lock file is there in that version, by npm's own record; optional ones may be for other machines. */
function installed() {
  const locked = packages("package-lock.json");
  const present = packages("node_modules/.package-lock.json");
  return Object.entries(locked).every(([name, entry]) => name === "" || entry.optional || present[name]?.version === entry.version);
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

function install() {
  console.error("Installing dependencies (npm ci)...");
  const npm = process.env["npm_execpath"];
  const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const { status } = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: npm === undefined && process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed; its messages are above.");
    process.exit(status ?? 1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await ready();
