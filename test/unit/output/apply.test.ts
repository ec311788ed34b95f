import path from "node:path";
import { symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { disk, type FileSystem } from "../../../generator/output/file-system.js";
import { readManifest, settle, update } from "../../../generator/output/update.js";
import { Report } from "../../../generator/source/report.js";
import { failingAt, Killed, killedAt } from "../../support/faulty-file-system.js";
import { readTree, temporaryFolder, writeTree } from "../../support/temporary-folder.js";

type Tree = Readonly<Record<string, string>>;

const old: Tree = { "index.ts": "old index", "ai.ts": "old ai", "runtime/call.ts": "old call", "gone/deep/x.ts": "x", part: "a file" };
const next: Tree = {
  "index.ts": "new index",
  "ai.ts": "old ai",
  "runtime/call.ts": "new call",
  "added/y.ts": "y",
  "part/z.ts": "a folder",
};
const mine = { "mine.txt": "mine", "runtime/mine.txt": "mine too" };

async function bring(folder: string, tree: Tree, fs: FileSystem = disk, force = false): Promise<string[]> {
  const report = new Report();
  const wanted = Object.entries(tree).map(([path, content]) => ({ path, content }));
  const made = { heddle: "1.0.0", settings: "", inputs: new Map<string, string>() };
  const target = { path: folder, name: "out", origin: undefined };
  await update(fs, target, wanted, made, { force, dryRun: false, patience: 0 }, report);
  return report.diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`);
}

function visible(folder: string): Tree {
  const { ".heddle.json": _, ...files } = readTree(folder);
  return files;
}

async function oldTree(): Promise<string> {
  const folder = temporaryFolder();
  writeTree(folder, mine);
  expect(await bring(folder, old)).toEqual([]);
  return folder;
}

async function newTree(): Promise<Tree> {
  const folder = await oldTree();
  expect(await bring(folder, next)).toEqual([]);
  return readTree(folder);
}

function settled(folder: string, fs: FileSystem = disk): Promise<boolean> {
  return settle(fs, { path: folder, name: "out", origin: undefined }, { force: false, patience: 0 }, new Report());
}

async function stepsOf(): Promise<number> {
  const counted = killedAt(Infinity);
  expect(await bring(await oldTree(), next, counted.fs)).toEqual([]);
  return counted.steps();
}

describe("update", () => {
  it("brings the new tree, its manifest and nothing else, and removes empty folders", async () => {
    const folder = await oldTree();
    expect(await bring(folder, next)).toEqual([]);
    expect(visible(folder)).toEqual({ ...next, ...mine });
    const manifest = readManifest(disk, { path: folder, name: "out", origin: undefined }, new Report());
    expect(manifest !== "none" && [...(manifest?.files.keys() ?? [])].sort()).toEqual(Object.keys(next).sort());
    expect(disk.stat(path.join(folder, "gone"))).toBeUndefined();
  });

  it("yields the old tree or the new one after a death at any step, once the next run has looked", async () => {
    const steps = await stepsOf();
    const before = readTree(await oldTree());
    const after = await newTree();
    const outcomes = new Set<string>();
    const interrupted = new Set<string>();
    for (let step = 0; step < steps; step++) {
      const folder = await oldTree();
      await expect(bring(folder, next, killedAt(step).fs)).rejects.toThrow(Killed);
      disk.remove(path.join(folder, ".heddle.lock"));
      interrupted.add(JSON.stringify(readTree(folder)));
      expect(await settled(folder)).toBe(true);
      const tree = readTree(folder);
      expect([before, after]).toContainEqual(tree);
      outcomes.add(JSON.stringify(tree));
    }
    expect(interrupted.size).toBeGreaterThan(20);
    expect(outcomes.size).toBe(2);
  });

  it("survives a second death, at any step of finishing the first", async () => {
    const steps = await stepsOf();
    const after = await newTree();
    const middle = Math.floor(steps * 0.7);
    for (let second = 0; ; second++) {
      const folder = await oldTree();
      await expect(bring(folder, next, killedAt(middle).fs)).rejects.toThrow(Killed);
      disk.remove(path.join(folder, ".heddle.lock"));
      const done = await settled(folder, killedAt(second).fs).catch((error: unknown) => error);
      disk.remove(path.join(folder, ".heddle.lock"));
      expect(await settled(folder)).toBe(true);
      expect(readTree(folder)).toEqual(after);
      if (done === true) return expect(second).toBeGreaterThan(5);
    }
  });

  it("restores the old tree at once when any single step fails", async () => {
    const steps = await stepsOf();
    const before = readTree(await oldTree());
    const after = await newTree();
    let restored = 0;
    for (let step = 0; step < steps; step++) {
      const folder = await oldTree();
      const said = await bring(folder, next, failingAt(step).fs);
      const { ".heddle.lock": _, ...tree } = readTree(folder);
      const complete = Object.fromEntries(Object.entries(tree).filter(([name]) => !name.startsWith(".heddle/")));
      expect(complete).toEqual(said.length > 0 && complete["index.ts"] === "old index" ? before : after);
      if (said.length > 0 && complete["index.ts"] === "old index") restored++;
    }
    expect(restored).toBeGreaterThan(steps - 8);
  });

  it("tells a person what to do when the folder cannot be written", async () => {
    expect(await bring(await oldTree(), next, failingAt(0).fs)).toEqual(["HD701 `out` cannot be written: permission denied"]);
  });

  it("does not finish over an edit that was made after the death", async () => {
    const folder = await oldTree();
    const killed = killedAt((await stepsOf()) - 6);
    await expect(bring(folder, next, killed.fs)).rejects.toThrow(Killed);
    disk.remove(path.join(folder, ".heddle.lock"));
    writeTree(folder, { "index.ts": "an edit" });
    expect(await bring(folder, next)).toEqual(["HD710 `out/index.ts` was edited after a run was interrupted that was about to replace it"]);
    expect(await bring(folder, next, disk, true)).toEqual([]);
    expect(visible(folder)).toEqual({ ...next, ...mine });
  });

  it.each([
    [
      "leads outside",
      { direction: "forward", entries: [{ path: "../victim", before: null, after: null }] },
      "it names `../victim`, and it leaves the output folder",
    ],
    [
      "goes through a link",
      { direction: "forward", entries: [{ path: "link/victim", before: null, after: null }] },
      "a link or a file is in the way of `link/victim`",
    ],
    ["has another shape", { direction: "up", entries: [] }, "it has another shape"],
  ])("refuses a journal that %s", async (_, journal, problem) => {
    const base = temporaryFolder();
    writeTree(base, { victim: "safe", "out/.heddle/journal.json": JSON.stringify(journal), "out/.heddle/new/0": "evil" });
    symlinkSync(base, path.join(base, "out/link"));
    expect(await bring(path.join(base, "out"), next)).toEqual([`HD709 the journal in \`out\` is not one that Heddle wrote: ${problem}`]);
    expect(disk.read(path.join(base, "victim"))?.toString()).toBe("safe");
  });

  it("never writes through a link, with force neither", async () => {
    const base = temporaryFolder();
    writeTree(base, { "victim/call.ts": "safe", "out/mine.txt": "" });
    symlinkSync(path.join(base, "victim"), path.join(base, "out/runtime"));
    const refused = "HD704 `out/runtime/call.ts` cannot be written, because `out/runtime` is in the way";
    expect(await bring(path.join(base, "out"), { "runtime/call.ts": "new" }, disk, true)).toEqual([refused]);
    expect(readTree(path.join(base, "victim"))).toEqual({ "call.ts": "safe" });
  });

  it.each([
    [["a.ts", "A.ts"], "HD706 the generated files `A.ts` and `a.ts` differ in case only"],
    [["../a.ts"], "HD707 `../a.ts` cannot be the path of a generated file: it leaves the output folder"],
    [[".heddle.json"], "HD707 `.heddle.json` cannot be the path of a generated file: Heddle keeps its own records under that name"],
  ])("refuses the paths %j", async (paths, message) => {
    expect(await bring(temporaryFolder(), Object.fromEntries(paths.map((path) => [path, ""])))).toEqual([message]);
  });
});
