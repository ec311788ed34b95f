/** Folder of a path with forward slashes; the empty text for a path without folder. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A relative path as seen from a folder, without `.` and inner `..`; it begins with `..` if it leaves the project. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/**
 * Module of a file: its path from the root document's folder without extension.
 * A file elsewhere is called by as few of its last components as make it unique: `../wacht/errors.yaml` is `errors`, or `wacht/errors`.
 */
export function moduleOf(path: string, rootFolder: string, taken: ReadonlySet<string>): string {
  const bare = path.replace(/\.[^./]*$/, "");
  const prefix = rootFolder === "" ? "" : `${rootFolder}/`;
  if (bare.startsWith(prefix) && !bare.startsWith("..")) return unique(bare.slice(prefix.length), taken);
  const parts = bare.split("/").filter((part) => part !== "..");
  for (let count = 1; count <= parts.length; count++) {
    const module = parts.slice(-count).join("/");
    if (!taken.has(module)) return module;
  }
  return unique(parts.join("/"), taken);
}

/** `a.yaml` and `a.yml` have the same path without extension. */
function unique(module: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? module : `${module}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
