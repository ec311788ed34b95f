import type { Casing, IdentifierRules, ModuleSymbol } from "../code/index.js";
import type { Span } from "../source/span.js";

/** Names that must differ from each other: the exports of a package, the members of a record, the parameters of a function. */
export interface Scope {
  /** For the message of a clash: `module \`ai\``, `the fields of \`User\``. */
  readonly title: string;
  readonly rules: IdentifierRules;
  /** Names that the scope has already; they are escaped like reserved words. */
  readonly taken?: Iterable<string>;
  readonly claims: readonly NameClaim[];
}

/** A node's wish for a name. */
export interface NameClaim {
  /** The node it is for, by identity. */
  readonly node: { readonly origin: Span };
  /** Which of the node's names; absent for its own. */
  readonly role?: string;
  /** The author's name. */
  readonly name: string;
  readonly casing: Casing;
  /** Words before the name: `with`. */
  readonly prefix?: string;
  /** Words after it: `builder`. */
  readonly suffix?: string;
  /** Set for what a module exports, so that other modules import it. */
  readonly module?: string;
  /** What an importer needs of it; `value` unless set. */
  readonly space?: ModuleSymbol["space"];
}

export interface SettledName {
  readonly text: string;
  /** Present for what a module exports. */
  readonly symbol?: ModuleSymbol;
}

/** Every identifier of a run, settled. */
export interface Names {
  /** Throws if nobody claimed it: a target's or a template's mistake. */
  of(node: object, role?: string): SettledName;
}
