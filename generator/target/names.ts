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

/** Where a target settles its names, scope by scope, before anything is rendered. */
export class NameTable implements Names {
  readonly #names = new Map<object, Map<string, SettledName>>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Gives every claim its identifier and returns all names that the scope has now. Two claims on one name are reported, with both places. */
  settle({ title, rules, taken = [], claims }: Scope): ReadonlySet<string> {
    const { names, clashes } = allocate(claims.map(claimOf), rules, new Set(taken));
    for (const { claim, name } of names) this.#set(claim.owner, name);
    for (const { name, first, second } of clashes) {
      this.#report.add(
        "HD501",
        second.owner.node.origin,
        { name, scope: title, first: describe(first.owner), second: describe(second.owner) },
        { related: [{ message: `${describe(first.owner)} takes it first`, span: first.owner.node.origin }] },
      );
    }
    return new Set([...taken, ...names.map(({ name }) => name)]);
  }

  find(node: object, role = ""): SettledName | undefined {
    return this.#names.get(node)?.get(role);
  }

  of(node: object, role = ""): SettledName {
    const found = this.find(node, role);
    if (found === undefined) throw new UnknownName(node, role, [...(this.#names.get(node)?.keys() ?? [])]);
    return found;
  }

  #set({ node, role = "", module, space = "value" }: NameClaim, text: string): void {
    const roles = this.#names.get(node) ?? new Map<string, SettledName>();
    this.#names.set(node, roles.set(role, { text, ...(module !== undefined && { symbol: { name: text, module, space } }) }));
  }
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
