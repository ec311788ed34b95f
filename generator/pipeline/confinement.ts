import path from "node:path";
import type { Text } from "../source/span.js";
import { absolute, type Project } from "./project.js";

/** Tells whether a path stays in the project, or in one of the folders allowed beside it, once links are followed. */
export function confinement(project: Project, allowedOutside: readonly Text[]): (relative: string) => boolean {
  const folders = [".", ...allowedOutside.map(({ value }) => value)].map((folder) => project.fs.realPath(absolute(project, folder)));
  return (relative) => {
    const real = project.fs.realPath(absolute(project, relative));
    return folders.some((folder) => real === folder || real.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep));
  };
}
