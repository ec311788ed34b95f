import type { IdentifierRules } from "../../code/index.js";

/** Words of the language, those of coming editions included. */
export const keywords: ReadonlySet<string> = new Set(
  (
    "abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl in let loop macro match " +
    "mod move mut override priv pub ref return self static struct super trait true try type typeof unsafe unsized use virtual where while yield"
  ).split(" "),
);

/** Keywords that cannot be written as `r#word`. */
const neverRaw = new Set(["crate", "self", "super"]);

/** Functions, fields, arguments: a keyword is written raw, other names get an underscore. */
export const valueNames: IdentifierRules = {
  reserved: keywords,
  isIdentifier,
  escape: (name) => (keywords.has(name) && !neverRaw.has(name) ? `r#${name}` : escape(name)),
};

/** Names that modules cannot have: files are called after them. */
export const moduleNames: IdentifierRules = { reserved: keywords, isIdentifier, escape };

/** Types that generated code takes from the prelude; a type of the schema may not hide them. */
const prelude = new Set(
  (
    "AsRef Box Clone Copy Debug Default Display Drop Eq Err Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator Iterator " +
    "None Ok Option Ord PartialEq PartialOrd Result Self Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin Vec"
  ).split(" "),
);

/** Structs, enums and type aliases. */
export const typeNames: IdentifierRules = { reserved: prelude, isIdentifier, escape: (name) => `${valid(name)}Type` };

/** Variants of enums. `Unknown` is the one for what this version does not know. */
export const variantNames: IdentifierRules = {
  reserved: new Set(["Self", "Unknown"]),
  isIdentifier,
  escape: (name) => `${valid(name)}Value`,
};

/** Constants and statics. */
export const constantNames: IdentifierRules = { reserved: new Set(), isIdentifier, escape: (name) => escape(name).toUpperCase() };

function isIdentifier(name: string): boolean {
  return name !== "_" && /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name);
}

function escape(name: string): string {
  const allowed = valid(name);
  if (isIdentifier(allowed) && allowed === `n${name}`) return allowed;
  return isIdentifier(allowed) ? `${allowed}_` : `_${allowed}`;
}

/** A digit goes behind a letter: a name that begins with an underscore is one that nobody uses. */
function valid(name: string): string {
  const allowed = name.replace(/[^\p{XID_Continue}]/gu, "_");
  if (/^\p{Nd}/u.test(allowed)) return `n${allowed}`;
  return /^\p{XID_Start}/u.test(allowed) ? allowed : `_${allowed}`;
}
