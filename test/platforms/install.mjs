// Installs the platforms of this folder's tests into node_modules/.cache: `node test/platforms/install.mjs`.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { platforms } from "./platforms.mjs";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error("the packages are for Linux on x64");
  process.exit(1);
}
let failed = false;
for (const { name, source, folder, isThere } of platforms) {
  if (isThere) continue;
  mkdirSync(folder, { recursive: true });
  const options = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"];
  const { status } = spawnSync("npm", ["install", ...options, source], { stdio: "inherit" });
  console.log(`${name}: ${status === 0 ? "installed" : "cannot be installed"}`);
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
