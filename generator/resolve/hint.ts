import { suggestion } from "../source/nearest.js";

/** The extra part of a finding about a name that is none of `names`: the nearest of them, if one is near. */
export function hintFor(name: string, names: Iterable<string>): { readonly hint?: string } {
  const hint = suggestion(name, names);
  return hint === undefined ? {} : { hint };
}
