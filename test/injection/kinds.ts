import type { Examination } from "./examine.js";

/** A text that no name, path, header or pattern may be. */
const probes = ["*/ `${x}` \"' \\ <b>\n# x", "a\u202eb\0c"];

/** Positions that take running text, or values that are whatever the author says; and those whose texts follow rules: names, headers, paths. */
export function kindsOf(examination: Examination): { readonly free: readonly string[]; readonly strict: readonly string[] } {
  const takesAnything = (position: string): boolean => probes.every((text) => examination.accepts(new Map([[position, text]])));
  const free = examination.positions.filter(takesAnything);
  return { free, strict: examination.positions.filter((position) => !free.includes(position)) };
}
