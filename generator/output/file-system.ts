import fs from "node:fs";
import path from "node:path";

/** What the rest of Heddle may do with files. Paths are absolute. Everything else throws the error of `node:fs`. */
export interface FileSystem {
  /** Undefined if there is nothing. A last symbolic link is not followed. */
  stat(path: string): Stat | undefined;
  /** Undefined if there is nothing. */
  read(path: string): Uint8Array | undefined;
  /** Sorted names in a folder; none if there is no folder. */
  list(folder: string): readonly string[];
  /** Where a path leads once every symbolic link is followed, as far as it exists. */
  realPath(path: string): string;
  makeFolder(path: string): void;
  write(path: string, content: string | Uint8Array): void;
  /** Creates a file that nobody else has; false if there is one. */
  create(path: string, content: string): boolean;
  copy(from: string, to: string): void;
  /** Replaces what is at `to`. */
  rename(from: string, to: string): void;
  /** No error if it is gone already. */
  remove(path: string): void;
  /** Removes a folder if it is empty. */
  removeFolder(path: string): void;
  /** Removes a folder and all that is in it, without following links. */
  removeTree(path: string): void;
}

export interface Stat {
  readonly kind: "file" | "folder" | "link" | "other";
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since it was last changed. */
  readonly age: number;
}

/**
 * The disk. Calls are synchronous: a run reads and writes some hundred small files, and a signal cannot arrive between two of them,
 * so that Ctrl-C never interrupts an apply.
 */
export const disk: FileSystem = {
  stat(path) {
    const stat = unlessMissing(() => fs.lstatSync(path));
    if (!stat) return undefined;
    const kind = stat.isFile() ? "file" : stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other";
    return { kind, size: stat.size, age: Date.now() - stat.mtimeMs };
  },
  read: (path) => unlessMissing(() => fs.readFileSync(path)),
  list: (folder) => unlessMissing(() => fs.readdirSync(folder).sort()) ?? [],
  realPath(file) {
    const real = unlessMissing(() => fs.realpathSync.native(file));
    const parent = path.dirname(file);
    return real ?? (parent === file ? file : path.join(disk.realPath(parent), path.basename(file)));
  },
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
  write: (path, content) => fs.writeFileSync(path, content),
  create(path, content) {
    try {
      fs.writeFileSync(path, content, { flag: "wx" });
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  },
  copy: (from, to) => fs.copyFileSync(from, to),
  rename: (from, to) => retrying(() => fs.renameSync(from, to)),
  remove: (path) => retrying(() => fs.rmSync(path, { force: true })),
  removeFolder(path) {
    try {
      fs.rmdirSync(path);
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) throw error;
    }
  },
  removeTree: (path) => fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
};

/** Calls `changed` with the path of whatever is made, written, renamed or removed directly in a folder, until what it returns is called. */
export function watchFolder(folder: string, changed: (path: string) => void, failed: () => void): () => void {
  const watcher = fs.watch(folder, (_, name) => changed(name === null ? folder : path.join(folder, name)));
  watcher.on("error", failed);
  return () => watcher.close();
}

/** `ENOENT`, `EACCES`, ... of an error that a `FileSystem` threw; undefined for any other value, which is then a bug. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error ? error.code : undefined;
}

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/**
 * On Windows a rename over a file, or its removal, fails with EPERM, EACCES or EBUSY while a virus scanner or an editor has the file
 * open, mostly for some milliseconds; so it is tried again for half a second there. Elsewhere these codes are answers, not moods.
 */
function retrying(action: () => void): void {
  for (let wait = process.platform === "win32" ? 8 : 512; ; wait *= 2) {
    try {
      return action();
    } catch (error) {
      if (wait >= 512 || !["EPERM", "EACCES", "EBUSY"].includes(errorCode(error) ?? "")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
}
