import { allocate, type Casing, type Claim, type IdentifierRules, type ModuleSymbol } from "../code/index.js";
import type { Report } from "../source/report.js";
import type { Span } from "../source/span.js";

/** Names that must differ from each other: the exports of a package, the members of a record, the parameters of a function. */
export interface Scope {
  /** For the message of a clash: ``the module `ai` ``, ``the fields of `User` ``. */
  readonly title: string;
  readonly rules: IdentifierRules;
  /** Names that the scope has already; they are escaped like reserved words. */
  readonly taken?: Iterable<string>;
  readonly claims: readonly NameClaim[];
}

/** A node's wish for a name. */
export interface NameClaim {
  /** The node it is for, by identity. */
  readonly node: NamedNode;
  /** Which of the node's names; absent for its own. */
  readonly role?: string;
  /** The author's name. */
  readonly name: string;
  /** `written`: as the author wrote it. */
  readonly casing: Casing | "written";
  /** Words before the name: `with`. */
  readonly prefix?: string;
  /** Words after it: `builder`. */
  readonly suffix?: string;
  /** Set for what a module exports, so that other modules import it. */
  readonly module?: string;
  /** What an importer needs of it; `value` unless set. */
  readonly space?: ModuleSymbol["space"];
}

/** A part of the model that something can be called after. */
export interface NamedNode {
  readonly origin: Span;
}

export interface SettledName {
  readonly text: string;
  /** Present for what a module exports. */
  readonly symbol?: ModuleSymbol;
}

/** Every identifier of a run, settled. */
export interface Names {
  /** Undefined if nobody claimed it. */
  find(node: object, role?: string): SettledName | undefined;
  /** Throws if nobody claimed it: a target's or a template's mistake. */
  of(node: object, role?: string): SettledName;
}

/** Gives every claim its identifier, before anything is rendered. Two claims on one name of a scope are reported, with both places. */
export function settleNames(scopes: readonly Scope[], report: Report): Names {
  const names = new Map<object, Map<string, SettledName>>();
  for (const scope of scopes) {
    for (const { owner, name } of settleScope(scope, report)) {
      const roles = names.get(owner.node) ?? new Map<string, SettledName>();
      names.set(owner.node, roles.set(owner.role ?? "", settled(owner, name)));
    }
  }
  const find = (node: object, role = ""): SettledName | undefined => names.get(node)?.get(role);
  const of = (node: object, role = ""): SettledName => {
    const found = find(node, role);
    if (found === undefined) throw new UnknownName(node, role, [...(names.get(node)?.keys() ?? [])]);
    return found;
  };
  return { find, of };
}

function settleScope({ title, rules, taken = [], claims }: Scope, report: Report) {
  const { names, clashes } = allocate(claims.map(claimOf), rules, new Set(taken));
  for (const { name, first, second } of clashes) {
    const [one, other] = [describe(first.owner), describe(second.owner)];
    const related = [{ message: `${one} is here`, span: first.owner.node.origin }];
    report.add("HD501", second.owner.node.origin, { name, scope: title, first: one, second: other }, { related });
  }
  return names.map(({ claim, name }) => ({ owner: claim.owner, name }));
}

function settled({ module, space = "value" }: NameClaim, text: string): SettledName {
  return { text, ...(module !== undefined && { symbol: { name: text, module, space } }) };
}

/** A name was asked for that no target settled. */
export class UnknownName extends Error {
  override readonly name = "UnknownName";

  constructor(node: object, role: string, known: readonly string[]) {
    const what = "name" in node && typeof node.name === "string" ? `\`${node.name}\`` : "this";
    const roles = known.map((each) => (each === "" ? "its own" : `\`${each}\``)).join(", ");
    super(`${what} has no ${role === "" ? "name" : `name for the role \`${role}\``}${roles === "" ? "" : `; it has: ${roles}`}`);
  }
}

function claimOf(owner: NameClaim): Claim<NameClaim> {
  const { name, casing, prefix = "", suffix = "" } = owner;
  return { owner, name, casing, prefix, suffix };
}

function describe({ name, role = "" }: NameClaim): string {
  return role === "" ? `\`${name}\`` : `the ${role} of \`${name}\``;
}
