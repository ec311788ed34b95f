import path from "node:path";
import type { FileSystem } from "../output/file-system.js";

/** Where a run happens. All that a run reads or writes goes through `fs`. */
export interface Project {
  readonly fs: FileSystem;
  /** The folder of the configuration, absolute; all other paths are from here. */
  readonly root: string;
  /** The configuration's name in that folder. */
  readonly config: string;
  readonly heddle: Installation;
}

/** Heddle itself. */
export interface Installation {
  readonly version: string;
  /** The folder with the built-in templates of all languages, absolute. */
  readonly templates: string;
}

/** Heddle as it is installed: this module lies one folder below the package's, in `dist`, or two, in `generator/pipeline`. */
export function installation(fs: FileSystem): Installation {
  let root = import.meta.dirname;
  let manifest = fs.read(path.join(root, "package.json"));
  while (!manifest && path.dirname(root) !== root) {
    root = path.dirname(root);
    manifest = fs.read(path.join(root, "package.json"));
  }
  const { version }: { version?: unknown } = JSON.parse(Buffer.from(manifest ?? "{}").toString());
  return { version: String(version), templates: path.join(root, "templates") };
}

/** A path of the project as the system wants it. */
export function absolute(project: Project, relative: string): string {
  return path.join(project.root, relative);
}
