import path from "node:path";
import { disk } from "../output/file-system.js";
import { configName } from "./project-of.js";
import { starterConfig } from "./starter/config.js";
import { starterSchema } from "./starter/schema.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** `heddle init [folder]`: a configuration and a schema to start from. Overwrites nothing: exit code 1 if one of the two exists. */
export function runInit(folder: string | undefined, terminal: Terminal): number {
  const root = path.resolve(terminal.folder, folder ?? ".");
  const files = [
    [configName, starterConfig],
    ["schema/api.yaml", starterSchema],
  ] as const;
  const there = files.filter(([name]) => disk.stat(path.join(root, name))).map(([name]) => name);
  if (there.length > 0) {
    terminal.err(`${there.join(" and ")} ${there.length > 1 ? "exist" : "exists"} already; nothing was written.\n`);
    return exitCodes.problems;
  }
  for (const [name, text] of files) {
    disk.makeFolder(path.dirname(path.join(root, name)));
    disk.write(path.join(root, name), text);
    terminal.out(`wrote ${name}\n`);
  }
  terminal.out("\nNext: npx heddle generate\n");
  return exitCodes.ok;
}
