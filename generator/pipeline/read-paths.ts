import type { FileSystem } from "../output/file-system.js";

/** What a run looked at: files by their paths, whether they are there or not, and folders whose names it wanted. */
export interface ReadPaths {
  readonly files: Set<string>;
  readonly folders: Set<string>;
}

/** A file system that notes what is asked of it. */
export function noting(fs: FileSystem, { files, folders }: ReadPaths): FileSystem {
  return {
    ...fs,
    read(path) {
      files.add(path);
      return fs.read(path);
    },
    stat(path) {
      const stat = fs.stat(path);
      if (stat?.kind !== "folder") files.add(path);
      return stat;
    },
    realPath(path) {
      const real = fs.realPath(path);
      if (real !== path) files.add(path);
      return real;
    },
    list(folder) {
      folders.add(folder);
      return fs.list(folder);
    },
  };
}
