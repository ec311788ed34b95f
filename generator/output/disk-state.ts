import path from "node:path";
import type { FileSystem } from "./file-system.js";
import { fingerprint } from "./fingerprint.js";
import type { DiskState } from "./reconcile.js";

/**
 * Looks at paths of an output folder, never through a link: a link inside it may lead anywhere. The folder itself may be a link, since
 * where it leads was checked with the settings.
 */
export function diskStates(fs: FileSystem, folder: string): (path: string) => DiskState {
  const parents = new Map<string, string | undefined>([[".", undefined]]);
  const blockedBy = (parent: string): string | undefined => {
    if (parents.has(parent)) return parents.get(parent);
    const kind = fs.stat(path.join(folder, parent))?.kind;
    const by = blockedBy(path.posix.dirname(parent)) ?? (kind === "folder" || kind === undefined ? undefined : parent);
    parents.set(parent, by);
    return by;
  };
  return (file) => {
    const by = blockedBy(path.posix.dirname(file));
    return by === undefined ? stateOf(fs, folder, file) : { kind: "blocked", by };
  };
}

function stateOf(fs: FileSystem, folder: string, file: string): DiskState {
  const absolute = path.join(folder, file);
  const kind = fs.stat(absolute)?.kind;
  if (kind === undefined) return { kind: "absent" };
  if (kind === "folder") return { kind: "folder", files: filesIn(fs, folder, file) };
  const content = kind === "file" ? fs.read(absolute) : undefined;
  return content === undefined ? { kind: "other" } : { kind: "file", hash: fingerprint(content) };
}

/** Everything in a folder that is not a folder, by path from `base`; sorted, and links are not followed. */
export function filesIn(fs: FileSystem, base: string, folder: string): readonly string[] {
  return fs.list(path.join(base, folder)).flatMap((name) => {
    const below = path.posix.join(folder, name);
    return fs.stat(path.join(base, below))?.kind === "folder" ? filesIn(fs, base, below) : [below];
  });
}
