import { render } from "../support/project.js";
import { positions, schemaWith } from "./schema.js";

/** A text that no name, path, header or pattern may be. */
const probes = ["*/ `${x}` \"' \\ <b>\n# x", "a\u202eb\0c"];

function takesAnything(position: string): boolean {
  return probes.every((text) => render(schemaWith(new Map([[position, text]]))).diagnostics.every(({ severity }) => severity !== "error"));
}

/** Positions that take running text, or values that are whatever the author says. */
export const freePositions: readonly string[] = [...positions.keys()].filter(takesAnything);

/** Positions whose texts follow rules: names, headers, paths, patterns. */
export const strictPositions: readonly string[] = [...positions.keys()].filter((position) => !freePositions.includes(position));
