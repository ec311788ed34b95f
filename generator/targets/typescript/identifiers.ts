import type { IdentifierRules } from "../../code/index.js";

/** Words that no declaration of a module may have: the language's own, and names that the emitted code takes from the platform. */
const reservedWords = new Set(
  (
    "arguments await break case catch class const continue debugger default define delete do else enum eval export extends false finally for function if " +
    "implements import in instanceof interface let new null package private protected public require return static super switch this throw true try " +
    "typeof undefined var void while with yield any bigint boolean never number object string symbol unknown Promise Uint8Array"
  ).split(" "),
);

/** Identifiers of a module's scope. A name that cannot be taken gets an underscore behind it, or before it if it starts with a digit. */
export const moduleNames: IdentifierRules = { reserved: reservedWords, escape, isIdentifier };

/** Members of classes and objects may be called like a word of the language, but not like what every object or promise has. */
export const memberNames: IdentifierRules = {
  reserved: new Set([
    "constructor",
    "prototype",
    "then",
    "toString",
    "toLocaleString",
    "toJSON",
    "valueOf",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
  ]),
  escape,
  isIdentifier,
};

/** Setters of builders: the verbs of a call are its own, those of calls to come included. */
export const setterNames: IdentifierRules = {
  ...memberNames,
  reserved: new Set([
    ...memberNames.reserved,
    ..."send result outcome withResponse asResponse timeout signal header options stream download items pages maxItems idempotencyKey retry".split(
      " ",
    ),
  ]),
};

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

function escape(name: string): string {
  const valid = name.replace(/[^\p{ID_Continue}$]/gu, "_");
  if (valid === "") return "_";
  return isIdentifier(valid) ? `${valid}_` : `_${valid}`;
}
