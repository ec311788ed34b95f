import { stringLiteral, unicodeEscape } from "./strings.js";

/** A property name in an object type or class: bare where Prettier would leave it bare, else quoted. */
export function typeKey(name: string): string {
  return bareKey.test(name) ? name : quoted(name);
}

/** A property name in an object literal. `__proto__` there would set the prototype, so it is computed. */
export function valueKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : typeKey(name);
}

const bareKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

// Prettier unquotes what it takes for an ES5 identifier, letters of all alphabets included. Which letters those are changes with
// Unicode, so such a key is written with escapes, which Prettier leaves alone.
function quoted(name: string): string {
  const literal = stringLiteral(name);
  return /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{M}\p{N}\p{Pc}$_\u200c\u200d]*$/u.test(name)
    ? literal.replace(/[^\0-\x7f]/g, unicodeEscape)
    : literal;
}
