import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");

/** What a compiler, by its package, says about the project `test/<folder>`: nothing if all is well. */
export function compile(compiler: string, folder: string): string {
  const tsc = path.join(root, "node_modules", compiler, "bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", path.join(root, "test", folder), "--pretty", "false"], {
    encoding: "utf8",
  });
  return stdout + stderr;
}
