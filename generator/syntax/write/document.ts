import type { Document, Program } from "../document.js";
import { describedEntries } from "./described.js";
import { resourceEntry } from "./operation.js";
import { clientTree, errorsTree } from "./service.js";
import { typeEntry } from "./type.js";
import { list, map, printTree, text, bare } from "./yaml-tree.js";

/** A schema file as text. */
export interface WrittenFile {
  /** Relative to the root document's folder. */
  readonly path: string;
  readonly text: string;
}

/** Writes documents as the reader reads them. The root document comes first and includes the others. */
export function writeProgram({ files }: Program): readonly WrittenFile[] {
  const [, ...others] = files;
  const includes = others.map(({ module }) => `${module}.yaml`);
  return files.map((document, index) => ({ path: `${document.module}.yaml`, text: writeDocument(document, index === 0 ? includes : []) }));
}

function writeDocument({ api, version, description, client, types, errors, resources }: Document, includes: readonly string[]): string {
  const tree = client && clientTree(client);
  const whole = map(
    [
      api && ["heddle", bare(1)],
      api && ["api", text(api.value)],
      version && ["version", text(version.value)],
      ...describedEntries(description, ""),
      includes.length > 0 ? ["include", list(includes.map(text))] : undefined,
      tree && tree.entries.length > 0 ? ["client", tree] : undefined,
      errors && ["errors", errorsTree(errors)],
      resources.length > 0 ? ["resources", map(resources.map(resourceEntry), true)] : undefined,
      types.length > 0 ? ["types", map(types.map(typeEntry), true)] : undefined,
    ],
    true,
  );
  return printTree(whole);
}
