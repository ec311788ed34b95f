import path from "node:path";
import { disk, watchFolder } from "./file-system.js";

export interface FolderWatch {
  /** Watches these folders, and no others from now on; one that is not there is watched through the nearest that is. */
  follow(folders: Iterable<string>): void;
  close(): void;
}

/**
 * Calls `changed` with the path of whatever changes directly in one of some folders. Folders and not files, because most editors save by a
 * rename, behind which a watched file is another one.
 */
export function watchFolders(changed: (path: string) => void): FolderWatch {
  const watched = new Map<string, () => void>();
  const close = (folder: string): void => {
    watched.get(folder)?.();
    watched.delete(folder);
  };
  return {
    follow(folders) {
      const wanted = new Set([...folders].map(existing));
      for (const folder of watched.keys()) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) {
        // A folder that the system watches no more is tried again by the next `follow`.
        if (!watched.has(folder))
          watched.set(
            folder,
            watchFolder(folder, changed, () => close(folder)),
          );
      }
    },
    close() {
      for (const folder of watched.keys()) close(folder);
    },
  };
}

function existing(folder: string): string {
  return disk.stat(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));
}
