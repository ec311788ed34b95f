import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build, heddle, heddlePath } from "../support/heddle.js";
import { readTree, temporaryFolder, writeTree } from "../support/temporary-folder.js";

const resources = 60;

/** A schema whose every module says `word`, so that all files change together. */
function schema(word: string): string {
  const operations = Array.from(
    { length: resources },
    (_, n) => `  r${n}:\n    at: /r${n}\n    get_r${n}:\n      doc: ${word} number ${n}.\n      http: GET\n      returns: T${n}\n`,
  );
  const types = Array.from({ length: resources }, (_, n) => `  T${n}:\n    name: string -- ${word}\n`);
  return `heddle: 1\napi: many\nclient: { name: ManyClient, base_url: https://example.com }\nresources:\n${operations.join("")}types:\n${types.join("")}`;
}

const config = (word: string) => `schema: ${word}.yaml\ntargets:\n  typescript: out\n`;
const project = {
  "old.config.yaml": config("old"),
  "new.config.yaml": config("new"),
  "old.yaml": schema("Old"),
  "new.yaml": schema("New"),
};

type Tree = Record<string, string>;
let trees: { readonly old: Tree; readonly new: Tree };
/** Milliseconds of an undisturbed run. */
let duration: number;

async function projectAt(which: "old" | "new"): Promise<string> {
  const folder = temporaryFolder();
  writeTree(folder, project);
  for (const [name, content] of Object.entries(trees[which])) writeTree(path.join(folder, "out"), { [name]: content });
  return folder;
}

function start(folder: string, which: "old" | "new"): ChildProcess {
  return spawn(process.execPath, [heddlePath, "generate", "--config", `${which}.config.yaml`], { cwd: folder, stdio: "ignore" });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  while (!condition() && child.exitCode === null) await new Promise((resolve) => setImmediate(resolve));
}

function wait(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  return new Promise((resolve) => {
    const look = (): unknown => (performance.now() >= end ? resolve() : setImmediate(look));
    look();
  });
}

beforeAll(async () => {
  await build();
  const make = async (which: "old" | "new"): Promise<Tree> => {
    const folder = temporaryFolderForAll();
    const before = performance.now();
    const run = await heddle(folder, ["generate", "--config", `${which}.config.yaml`]);
    duration = performance.now() - before;
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const tree = readTree(path.join(folder, "out"));
    rmSync(folder, { recursive: true });
    return tree;
  };
  trees = { old: await make("old"), new: await make("new") };
});

function temporaryFolderForAll(): string {
  const folder = path.join(import.meta.dirname, "../../node_modules/.heddle-kills");
  rmSync(folder, { recursive: true, force: true });
  writeTree(folder, project);
  return folder;
}

/** The paths whose content differs; whole trees would fill screens. */
function differences(a: Tree, b: Tree): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}

/** What the next command makes of a killed run, which wants the new tree. */
async function recovered(folder: string): Promise<"old" | "new"> {
  const { code } = await heddle(folder, ["check", "--config", "new.config.yaml"]);
  const tree = readTree(path.join(folder, "out"));
  const found = code === 0 ? "new" : "old";
  expect(differences(tree, trees[found])).toEqual([]);
  return found;
}

describe("a run that is killed", () => {
  it("leaves the old tree or the new one, once the next command has looked: 25 kills spread over the run", async () => {
    const outcomes = new Set<string>();
    for (let kill = 0; kill < 25; kill++) {
      const folder = await projectAt("old");
      const child = start(folder, "new");
      const end = ended(child);
      // The last comes after the end, however long this run takes.
      await (kill === 24 ? end : wait((duration * 1.2 * kill) / 24));
      child.kill("SIGKILL");
      await end;
      outcomes.add(await recovered(folder));
    }
    expect([...outcomes].sort()).toEqual(["new", "old"]);
  });

  it("does so too while it replaces files: 25 kills spread over the apply", async () => {
    let halfDone = 0;
    const outcomes = new Set<string>();
    for (let kill = 0; kill < 25; kill++) {
      const folder = await projectAt("old");
      const child = start(folder, "new");
      const end = ended(child);
      const work = path.join(folder, "out/.heddle");
      // By turns while files are staged and while they are replaced, which takes some milliseconds.
      const mark = kill % 2 === 0 ? work : path.join(work, "journal.json");
      await until(() => existsSync(mark), child);
      await wait(kill * 0.15);
      child.kill("SIGKILL");
      await end;
      if (existsSync(path.join(work, "journal.json"))) halfDone++;
      outcomes.add(await recovered(folder));
    }
    expect(halfDone).toBeGreaterThan(3);
    expect([...outcomes].sort()).toEqual(["new", "old"]);
  });
});

describe("a run that is interrupted from the keyboard", () => {
  it("ends with 130 and leaves the old tree or the new one, without any further command", async () => {
    const codes = new Set<number | null>();
    for (let interrupt = 0; interrupt < 8; interrupt++) {
      const folder = await projectAt("old");
      const child = start(folder, "new");
      const end = ended(child);
      await wait((duration * (interrupt + 2)) / 9);
      child.kill("SIGINT");
      codes.add(await end);
      const tree = readTree(path.join(folder, "out"));
      expect([differences(tree, trees.old), differences(tree, trees.new)]).toContainEqual([]);
    }
    expect(codes).toContain(130);
  });
});

describe("two runs at once", () => {
  it("do not mix their files, whichever comes last", async () => {
    for (let round = 0; round < 6; round++) {
      const folder = await projectAt("old");
      const children = [start(folder, "new"), start(folder, "old"), start(folder, "new")];
      expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
      const tree = readTree(path.join(folder, "out"));
      expect([differences(tree, trees.old), differences(tree, trees.new)]).toContainEqual([]);
    }
  });
});
