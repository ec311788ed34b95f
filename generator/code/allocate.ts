import { splitWords } from "../model/name.js";
import { applyCasing, type Casing } from "./casing.js";

/** A wish for a name in a scope. */
export interface Claim<Owner> {
  readonly owner: Owner;
  /** The author's name, which is split into words. */
  readonly name: string;
  /** `written`: as the author wrote it. */
  readonly casing: Casing | "written";
  /** Goes before the name as words of it: `with`. */
  readonly prefix?: string;
  /** Goes after the name as words of it: `builder`. */
  readonly suffix?: string;
}

/** What a language does with names that it cannot take as they are. */
export interface IdentifierRules {
  /** Words of the language, and whatever else may never be declared. */
  readonly reserved: ReadonlySet<string>;
  /** Turns a name that is reserved, or no identifier (empty, or with a digit first), into one that is neither. */
  readonly escape: (name: string) => string;
  readonly isIdentifier: (name: string) => boolean;
}

/** Two claims that ended up with one name. */
export interface Clash<Owner> {
  readonly name: string;
  readonly first: Claim<Owner>;
  readonly second: Claim<Owner>;
}

export interface Allocation<Owner> {
  /** One name a claim, in the order of the claims. */
  readonly names: readonly { readonly claim: Claim<Owner>; readonly name: string }[];
  readonly clashes: readonly Clash<Owner>[];
}

/**
 * Gives every claim of a scope its identifier. `taken` are names the scope itself has: they are escaped like reserved words.
 *
 * Nobody gets a number: two claims on one name are a clash, because which of the two got it would depend on their order.
 */
export function allocate<Owner>(
  claims: readonly Claim<Owner>[],
  rules: IdentifierRules,
  taken: ReadonlySet<string> = new Set(),
): Allocation<Owner> {
  const owners = new Map<string, Claim<Owner>>();
  const clashes: Clash<Owner>[] = [];
  const names = claims.map((claim) => {
    const name = identifier(claim, rules, taken);
    const first = owners.get(name);
    if (first === undefined) owners.set(name, claim);
    else clashes.push({ name, first, second: claim });
    return { claim, name };
  });
  return { names, clashes };
}

/** A name of one's own in a scope that has others: the wanted one, or with `_2`, `_3`, ... behind it. For import aliases and locals. */
export function freeName(wanted: string, taken: { has(name: string): boolean }): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  return name;
}

function identifier(
  { name, casing, prefix = "", suffix = "" }: Claim<unknown>,
  rules: IdentifierRules,
  taken: ReadonlySet<string>,
): string {
  const parts = [prefix, name, suffix];
  const wanted = casing === "written" ? parts.join("") : applyCasing(parts.flatMap(splitWords), casing);
  const free = (candidate: string): boolean => rules.isIdentifier(candidate) && !rules.reserved.has(candidate) && !taken.has(candidate);
  return free(wanted) ? wanted : rules.escape(wanted);
}
