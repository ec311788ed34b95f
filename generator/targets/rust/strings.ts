/** A Rust string literal for any text. */
export function stringLiteral(value: string): string {
  return `"${value.replace(special, (found) => escapes.get(found) ?? unicodeEscape(found))}"`;
}

/** A number as a literal; a float has a point. */
export function floatLiteral(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Digits in groups of three, as clippy wants them from five on. */
export function integerLiteral(value: number | string | bigint): string {
  const [, sign = "", digits = ""] = /^(-?)(\d+)$/.exec(String(value)) ?? [];
  return sign + (digits.length < 5 ? digits : digits.replace(/(?<=\d)(?=(\d{3})+$)/g, "_"));
}

/** Characters that a reader cannot see or that change how the text around them is read, and line separators. */
export const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** `\u{202e}` for the bidi override, for example. */
export function unicodeEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

const special = new RegExp(`["\\\\]|${invisible.source}`, "gu");
const escapes = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);
