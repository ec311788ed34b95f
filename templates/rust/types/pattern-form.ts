/** White space of ECMAScript, which `regex` draws otherwise. */
const space = String.raw`\t\n\v\f\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}`;

/** What means something else in the crate: its classes are Unicode's, in JavaScript these are ASCII's. */
const classes = new Map([
  [String.raw`\d`, "[0-9]"],
  [String.raw`\D`, "[^0-9]"],
  [String.raw`\w`, "[0-9A-Za-z_]"],
  [String.raw`\W`, "[^0-9A-Za-z_]"],
  [String.raw`\s`, `[${space}]`],
  [String.raw`\S`, `[^${space}]`],
  [String.raw`\0`, String.raw`\x00`],
]);

const outside = new Map([
  ...classes,
  [".", String.raw`[^\n\r\u{2028}\u{2029}]`],
  [String.raw`\b`, String.raw`(?-u:\b)`],
  ["[^]", "(?s:.)"],
  ["[]", String.raw`[^\s\S]`],
]);

/** A class may hold others there, and has operators. */
const within = new Map([
  ...classes,
  [String.raw`\b`, String.raw`\x08`],
  ["[", String.raw`\[`],
  ["&", String.raw`\&`],
  ["~", String.raw`\~`],
  ["--", String.raw`-\-`],
]);

/** One piece of a pattern, outside of classes and within one. */
const outerToken = /^(?:\\[pP]\{[^}]*\}|\\.|\[\^?\]|\[\^?|[^])/u;
const innerToken = /^(?:\\[pP]\{[^}]*\}|\\.|--|[^])/u;

/** A pattern of the schema, which is one of ECMAScript, as the crate `regex` reads it. */
export function patternForm(pattern: string): string {
  let form = "";
  let inClass = false;
  for (let at = 0; at < pattern.length;) {
    const token: string = (inClass ? innerToken : outerToken).exec(pattern.slice(at))?.[0] ?? pattern.slice(at);
    form += (inClass ? within : outside).get(token) ?? token;
    inClass = inClass ? token !== "]" : token === "[" || token === "[^";
    at += token.length;
  }
  return form;
}
