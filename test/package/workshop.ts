import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const bin = path.join(root, "node_modules");

const config = `
clients:
  wacht:
    schema: schema/wacht/api.yaml
    targets: { typescript: { out: sdk, package: { name: "@wacht/sdk", version: 0.2.0 } } }
  wacht-v0:
    schema: schema/wacht-v0/api.yaml
    targets: { typescript: { out: sdk-v0, package: { name: "@wacht/sdk-v0", version: 0.1.0 } } }
`;

/** Runs a program and gives its output; throws with all it said if it fails. */
export function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} gave ${status}:\n${stdout}${stderr}`);
  return stdout;
}

export function node(cwd: string, ...args: string[]): string {
  return run(cwd, process.execPath, ...args);
}

/** The path of a development tool. */
export function tool(name: string): string {
  return path.join(bin, name);
}

/** The name of the one tarball in a folder. */
export function tarball(folder: string): string {
  return readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "no tarball";
}

/** A folder with both packages generated and built, and an empty `app` that has them installed from their tarballs. */
export function workshop(): { folder: string; app: string; remove(): void } {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "heddle-package-"));
  cpSync(path.join(root, "schema"), path.join(folder, "schema"), { recursive: true });
  writeFileSync(path.join(folder, "heddle.config.yaml"), config);
  symlinkSync(bin, path.join(folder, "node_modules"), "junction");
  node(folder, path.join(root, "dist/heddle.js"), "generate");
  const app = path.join(folder, "app");
  for (const name of ["sdk", "sdk-v0"]) install(path.join(folder, name), path.join(app, "node_modules/@wacht", name));
  writeFileSync(path.join(app, "package.json"), '{ "type": "module" }');
  return { folder, app, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds a package as its author would, packs it, and unpacks it where an application has it. */
function install(source: string, target: string): void {
  run(source, "npm", "run", "build");
  run(source, "npm", "pack", "--ignore-scripts");
  mkdirSync(target, { recursive: true });
  run(source, "tar", "-xzf", tarball(source), "-C", target, "--strip-components=1");
}
