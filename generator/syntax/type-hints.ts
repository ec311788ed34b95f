import type { Failure, Scanner } from "./scanner.js";

interface Foreign {
  /** Matched from the start of the type's text up to its end. */
  readonly pattern: RegExp;
  readonly hint: (match: RegExpExecArray) => string;
}

/** How other languages spell types, where the grammar itself stumbles over it. */
const spellings: readonly Foreign[] = [
  { pattern: /\[\s*([\w<>, ]+?)\s*\]/y, hint: (match) => `a list is written \`${match[1]}[]\`` },
  { pattern: /\[\s*(\d+)\s*\]/y, hint: (match) => `a list of at most ${match[1]} is written \`T[](..${match[1]})\`` },
  { pattern: /\{/y, hint: () => "objects have names: declare one under `types` and write its name here" },
  { pattern: /\?/y, hint: () => "what may be absent is written `name?: T`, what may be null `name: T | null`" },
  { pattern: /&/y, hint: () => "take over the members of another type with `$include: T`" },
  { pattern: /\/\/|#/y, hint: () => "a doc is written ` -- ` behind the type" },
  { pattern: /-(?!-)/y, hint: () => "a doc is written ` -- ` behind the type, with two dashes" },
  { pattern: /--\S/y, hint: () => "a doc is written ` -- ` behind the type, with a space on both sides" },
  { pattern: /=>/y, hint: () => "a default is written `= value` behind the type" },
  { pattern: /[*!]/y, hint: () => "a field is required unless its name ends in `?`" },
];

/** A failure for a known foreign spelling at `start`, with how it is written here. */
export function foreignSpelling(scanner: Scanner, start: number): Failure | undefined {
  const from = start + (/^\s*/.exec(scanner.text.slice(start))?.[0].length ?? 0);
  const ordered = /\[\s*\d+\s*\]/y;
  ordered.lastIndex = from;
  const candidates = ordered.test(scanner.text) ? spellings.slice(1) : spellings;
  for (const { pattern, hint } of candidates) {
    pattern.lastIndex = from;
    const match = pattern.exec(scanner.text);
    if (match) return scanner.failure("HD212", { written: match[0] }, from, from + match[0].length, hint(match));
  }
  return undefined;
}
