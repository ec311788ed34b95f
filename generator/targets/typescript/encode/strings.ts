/** A JavaScript string literal for any text, quoted as Prettier quotes: double, unless that takes more escapes than single. */
export function stringLiteral(value: string): string {
  const quote = count(value, '"') > count(value, "'") ? "'" : '"';
  const body = value.replace(
    special,
    (found) => escapes.get(found) ?? (found === "'" || found === '"' ? (found === quote ? `\\${found}` : found) : unicodeEscape(found)),
  );
  return quote + body.replace(htmlEnd, "\\x3c$1") + quote;
}

/** A number or bigint literal in Prettier's spelling: no `+` in the exponent. */
export function numberLiteral(value: number | bigint): string {
  return typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/**
 * Characters that a reader cannot see or that change how the text around them is read (control and format characters, Trojan Source),
 * line separators, and lone surrogates. The two joiners stay: words and emoji are spelt with them.
 */
export const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** `\u202e` for the bidi override, for example: the same spelling in strings and, made visible, in comments. */
export function unicodeEscape(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const special = new RegExp(`["'\\\\]|${invisible.source}`, "gu");
const escapes = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** What would end or open a comment or script if the module were pasted into HTML. */
const htmlEnd = /<(\/script|!--)/gi;

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
