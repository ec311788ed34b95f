// What YAML 1.2 reads as something else than text, and what YAML 1.1 does.
const notText =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:e[-+]?\d+)?|0[xo][\da-f]+|[-+]?\.inf|\.nan|[-+]?\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*)$/i;

/** A text as a YAML scalar: plain where that is safe, else in quotes. */
export function quoted(text: string, flow: boolean): string {
  if (isPlain(text, flow)) return text;
  if (/[^\P{C}]|[\u2028\u2029\u0085]/u.test(text)) return double(text);
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

export function keyText(key: string): string {
  return /^[A-Za-z_$][\w$.<>?/ -]*$/.test(key) && !/\s$/.test(key) && !notText.test(key)
    ? key
    : /^[1-5]\d\d$/.test(key)
      ? key
      : quotedKey(key);
}

function quotedKey(key: string): string {
  return /^\.\.\.\w+$/.test(key) ? key : /[^\P{C}]|[\u2028\u2029\u0085]/u.test(key) ? double(key) : `'${key.replaceAll("'", "''")}'`;
}

function isPlain(text: string, flow: boolean): boolean {
  if (text === "" || /^[\s!&*?|>%@`"'#,[\]{}-]|^[:?-](\s|$)|\s$|:(\s|$)|\s#/.test(text)) return false;
  if (/[^\P{C}]|[\u2028\u2029\u0085\uFEFF]/u.test(text) || notText.test(text) || /^---|^\.\.\.|^=$|^<<$/.test(text)) return false;
  return !(flow && /[,[\]{}]/.test(text));
}

/** JSON is YAML; lone halves of surrogate pairs are no text in either. */
function double(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\uFFFD")).replace(/[\u007f-\u009f\u2028\u2029\uFEFF]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Whether a text of one line can be folded: line ends become the single spaces that they stand for. */
export function foldable(text: string): boolean {
  return /^\S/.test(text) && !/\s$|\s\s|[^\P{C}]|[\t\u2028\u2029\u0085]/u.test(text);
}
