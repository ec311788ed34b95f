import path from "node:path";
import { disk } from "../../../generator/output/file-system.js";
import { Report } from "../../../generator/source/report.js";
import type { Diagnostic } from "../../../generator/source/diagnostic.js";
import { loadTemplates, type LoadedTemplates, type ProvidedModules } from "../../../generator/target/index.js";
import * as template from "../../../generator/template.js";
import { summary } from "../../support/schema.js";
import { temporaryFolder, writeTree } from "../../support/temporary-folder.js";

export const provided: ProvidedModules = new Map([["heddle/template", () => template]]);

/** Template folders by name, the lowest first, each with its files. */
export type Folders = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Loaded extends LoadedTemplates {
  /** Where the folders are. */
  readonly root: string;
  readonly findings: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes template folders to disk and loads them; the first one is the built-in one. */
export async function loadFolders(folders: Folders): Promise<Loaded> {
  const root = temporaryFolder();
  for (const [name, files] of Object.entries(folders)) writeTree(path.join(root, name), files);
  const [builtIn, ...overlays] = Object.keys(folders).map((shown) => ({ path: path.join(root, shown), shown }));
  if (builtIn === undefined) throw new RangeError("there is no folder");
  const report = new Report();
  const loaded = await loadTemplates({ builtIn, overlays }, disk, provided, report);
  return { ...loaded, root, diagnostics: report.diagnostics, findings: report.diagnostics.map(placed) };
}

/** A finding on one line, with the file it points into, and its related places. */
export function placed(diagnostic: Diagnostic): string {
  const file = diagnostic.span ? `${diagnostic.span.file.path} ` : "";
  const related = diagnostic.related.map(({ message, span }) => {
    const { line, column } = span.file.position(span.start);
    return ` | ${message} ${span.file.path}:${line}:${column}`;
  });
  return `${file}${summary(diagnostic)}${related.join("")}`;
}
