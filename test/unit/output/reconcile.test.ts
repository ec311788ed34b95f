import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../../generator/output/fingerprint.js";
import { reconcile, type DiskState, type Reconciliation } from "../../../generator/output/reconcile.js";

type Tree = Readonly<Record<string, string>>;

function states(tree: Tree): (path: string) => DiskState {
  const paths = Object.keys(tree);
  return (path) => {
    const by = paths.find((other) => path.startsWith(`${other}/`));
    if (by !== undefined) return { kind: "blocked", by };
    if (Object.hasOwn(tree, path)) return { kind: "file", hash: fingerprint(tree[path] ?? "") };
    const files = paths.filter((other) => other.startsWith(`${path}/`));
    return files.length > 0 ? { kind: "folder", files } : { kind: "absent" };
  };
}

function run(wanted: Tree, listed: Tree, disk: Tree, force = false): Reconciliation {
  return reconcile({
    wanted: Object.entries(wanted).map(([path, content]) => ({ path, content })),
    listed: new Map(Object.entries(listed).map(([path, content]) => [path, fingerprint(content)])),
    disk: states(disk),
    force,
  });
}

function paths({ changes, unchanged, refused }: Reconciliation): unknown {
  return {
    write: changes.filter((change) => change.content !== undefined).map((change) => change.path),
    delete: changes.filter((change) => change.content === undefined).map((change) => change.path),
    unchanged,
    refused: refused.map((refusal) => `${refusal.path}: ${refusal.reason}`),
  };
}

function changed(disk: Tree, { changes }: Reconciliation): Map<string, string> {
  const after = new Map(Object.entries(disk));
  for (const { path, content } of changes) {
    if (content === undefined) after.delete(path);
    else after.set(path, content);
  }
  return after;
}

const nothing = { write: [], delete: [], unchanged: [], refused: [] };

describe("reconcile", () => {
  it.each<[string, Tree, Tree, Tree, object]>([
    ["writes what is absent", { a: "1" }, {}, {}, { write: ["a"] }],
    ["writes a listed file that somebody deleted", { a: "1" }, { a: "1" }, {}, { write: ["a"] }],
    ["replaces a listed file", { a: "2" }, { a: "1" }, { a: "1" }, { write: ["a"] }],
    ["leaves what is right", { a: "1" }, { a: "1" }, { a: "1" }, { unchanged: ["a"] }],
    ["takes line ends for no difference", { a: "1\n2\n" }, { a: "1\n2\n" }, { a: "1\r\n2\r\n" }, { unchanged: ["a"] }],
    ["adopts a file of somebody else that is right", { a: "1" }, {}, { a: "1" }, { unchanged: ["a"] }],
    ["deletes a listed file that is not wanted", {}, { a: "1" }, { a: "1" }, { delete: ["a"] }],
    ["leaves alone what is not listed", {}, {}, { a: "1" }, {}],
    ["refuses an edited file", { a: "2" }, { a: "1" }, { a: "mine" }, { refused: ["a: edited"] }],
    ["refuses to delete an edited file", {}, { a: "1" }, { a: "mine" }, { refused: ["a: edited"] }],
    ["refuses a file of somebody else", { a: "1" }, {}, { a: "mine" }, { refused: ["a: foreign"] }],
    ["refuses a folder of somebody else", { a: "1" }, {}, { "a/b": "mine" }, { refused: ["a: obstructed"] }],
    ["refuses a path below a file of somebody else", { "a/b": "1" }, {}, { a: "mine" }, { refused: ["a/b: obstructed"] }],
    ["turns a folder into a file", { a: "1" }, { "a/b": "1" }, { "a/b": "1" }, { write: ["a"], delete: ["a/b"] }],
    ["turns a file into a folder", { "a/b": "1" }, { a: "1" }, { a: "1" }, { write: ["a/b"], delete: ["a"] }],
    ["renames by case where case does not count", { A: "2" }, { a: "1" }, { a: "1", A: "1" }, { write: ["A"], delete: ["a"] }],
  ])("%s", (_, wanted, listed, disk, expected) => {
    expect(paths(run(wanted, listed, disk))).toEqual({ ...nothing, ...expected });
  });

  it("overwrites and deletes edited files with force, but never what is in the way", () => {
    expect(paths(run({ a: "2", c: "1", d: "1" }, { a: "1", b: "1" }, { a: "mine", b: "mine", c: "mine", "d/e": "mine" }, true))).toEqual({
      ...nothing,
      write: ["a", "c"],
      delete: ["b"],
      refused: ["d: obstructed"],
    });
  });

  const content = fc.constantFrom("1", "2", "3");
  const tree = fc.dictionary(fc.constantFrom("a", "b", "c", "d/e", "d/f", "__proto__"), content, { noNullPrototype: true });

  it("reaches the wanted tree, or refuses by name, and keeps what is not listed", () => {
    fc.assert(
      fc.property(tree, tree, tree, (wanted, listed, disk) => {
        const result = run(wanted, listed, disk);
        const after = changed(disk, result);
        const refused = new Set(result.refused.map((refusal) => refusal.path));
        for (const [path, text] of Object.entries(wanted)) expect(refused.has(path) || after.get(path) === text).toBe(true);
        for (const [path, text] of Object.entries(disk)) {
          const ours = Object.hasOwn(listed, path) && listed[path] === text;
          if (!ours) expect(after.get(path)).toBe(text);
        }
      }),
    );
  });

  it("does nothing a second time", () => {
    fc.assert(
      fc.property(tree, tree, tree, (wanted, listed, disk) => {
        const after = changed(disk, run(wanted, listed, disk, true));
        expect(paths(run(wanted, wanted, Object.fromEntries(after)))).toEqual({ ...nothing, unchanged: Object.keys(wanted) });
      }),
    );
  });
});
