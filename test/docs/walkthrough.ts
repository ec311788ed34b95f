import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { blocksOf, root, type Block } from "./blocks.js";

/** What a page promises about a command, and what came. */
export interface Step {
  readonly place: string;
  readonly commands: string;
  readonly promised: string;
  readonly found: string;
}

/**
 * Does what a page says, in a folder of its own: a block with a file name is written there, the lines of a `sh` block are run, and a
 * `text` block behind it is what they print. `npm install` is left out, as the folder has everything.
 */
export function walk(page: string, env: Readonly<Record<string, string>> = {}): readonly Step[] {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "heddle-walk-"));
  try {
    furnish(folder);
    return blocksOf(page).flatMap((block, at, all) => follow(folder, block, all[at + 1], env));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a command prints without numbers of files, which are not what a page is about. */
export function uncounted(text: string): string {
  return text.replaceAll(/\d+ (?=written|unchanged|deleted)/g, "# ");
}

function furnish(folder: string): void {
  const modules = path.join(folder, "node_modules");
  mkdirSync(modules);
  symlinkSync(root, path.join(modules, "heddle"), "junction");
  for (const name of ["@types", "ts-morph", "typescript"])
    symlinkSync(path.join(root, "node_modules", name), path.join(modules, name), "junction");
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
}

type Environment = Readonly<Record<string, string>>;

function follow(folder: string, block: Block, next: Block | undefined, env: Environment): Step[] {
  if (block.info !== "") {
    const file = path.join(folder, block.info);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, block.text);
    return [];
  }
  const commands = block.text.split("\n").filter((line) => line !== "" && !line.startsWith("npm install"));
  if (block.language !== "sh" || commands.length === 0) return [];
  const found = commands.map((line) => output(folder, line, env)).join("");
  return [{ place: block.place, commands: commands.join("\n"), promised: next?.language === "text" ? next.text : "", found }];
}

const tools: ReadonlyMap<string, string> = new Map([
  ["npx heddle", path.join(root, "dist/heddle.js")],
  ["npx tsc", path.join(root, "node_modules/typescript/bin/tsc")],
]);

/** What a command prints, without what a terminal would colour. */
function output(folder: string, line: string, env: Environment): string {
  const [name, file] = [...tools].find(([start]) => line.startsWith(start)) ?? [];
  const command = name === undefined ? line : `"${process.execPath}" "${file}"${line.slice(name.length)}`;
  const { stdout, stderr, error } = spawnSync(command, {
    shell: true,
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  if (error) throw error;
  return stdout + stderr;
}
