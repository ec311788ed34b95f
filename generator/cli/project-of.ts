import path from "node:path";
import { disk } from "../output/file-system.js";
import { installation, type Project } from "../pipeline/project.js";

/** The file that is read unless `--config` names another. */
export const configName = "heddle.config.yaml";

/** The project whose configuration is at a path, seen from a folder. A folder stands for the configuration in it. */
export function projectOf(folder: string, config: string = configName): Project {
  const given = path.resolve(folder, config);
  const file = disk.stat(given)?.kind === "folder" ? path.join(given, configName) : given;
  return { fs: disk, root: path.dirname(file), config: path.basename(file), heddle: installation(disk) };
}
