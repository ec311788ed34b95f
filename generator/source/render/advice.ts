import { catalog } from "../catalog/index.js";
import type { Entry } from "../catalog/entry.js";
import type { Diagnostic } from "../diagnostic.js";

const entries: ReadonlyMap<string, Entry<never>> = new Map(Object.entries(catalog));

/** Says what to do about each finding: what only this case knows, else the catalogue's fix, for the first finding of a code. */
export function adviser(): (diagnostic: Diagnostic) => string | undefined {
  const told = new Set<string>();
  return ({ code, hint }) => {
    if (hint !== undefined) return hint;
    const entry = entries.get(code);
    if (!entry || entry.obvious || told.has(code)) return undefined;
    told.add(code);
    return asHint(entry.fix);
  };
}

/** A sentence as hints are written: `Indent with two spaces.` becomes `indent with two spaces`. */
function asHint(fix: string): string {
  const begun = /^[A-Z][a-z]/.test(fix) ? fix.charAt(0).toLowerCase() + fix.slice(1) : fix;
  return begun.replace(/\.$/, "");
}
