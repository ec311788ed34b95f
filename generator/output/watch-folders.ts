import fs from "node:fs";
import path from "node:path";

export interface FolderWatch {
  /** Watches these folders, and no others from now on; one that is not there is watched through the nearest that is. */
  follow(folders: Iterable<string>): void;
  close(): void;
}

/**
 * Calls `changed` with the path of whatever is made, written, renamed or removed directly in one of some folders. Folders and not files,
 * because most editors save by a rename, behind which a watched file is another one.
 */
export function watchFolders(changed: (path: string) => void): FolderWatch {
  const watchers = new Map<string, fs.FSWatcher>();
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const open = (folder: string): void => {
    const watcher = fs.watch(folder, (_, name) => changed(name === null ? folder : path.join(folder, name)));
    // The folder is gone, or the system watches no more: the next `follow` tries again.
    watcher.on("error", () => close(folder));
    watchers.set(folder, watcher);
  };
  return {
    follow(folders) {
      const wanted = new Set([...folders].map(existing));
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) if (!watchers.has(folder)) open(folder);
    },
    close: () => [...watchers.keys()].forEach(close),
  };
}

function existing(folder: string): string {
  return fs.existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));
}
