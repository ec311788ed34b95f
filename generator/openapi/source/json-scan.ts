/** What a scan of JSON text tells before it is parsed. */
export interface JsonScan {
  /** Where the first value lies that is nested too deep; undefined if none is. */
  readonly tooDeep: number | undefined;
  /** Number of keys in all objects as written, duplicates included. */
  readonly keys: number;
}

const quote = 34;
const backslash = 92;

/** One pass over the text, which need not be correct JSON. */
export function scanJson(text: string, depthLimit: number): JsonScan {
  let depth = 0;
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 58: // `:`
        keys++;
        break;
      case 91: // `[`
      case 123: // `{`
        if (++depth > depthLimit) return { tooDeep: at, keys };
        break;
      case 93: // `]`
      case 125: // `}`
        depth--;
        break;
    }
  }
  return { tooDeep: undefined, keys };
}

/** The offset of the quote that ends the string which begins at `at`; the last offset if none does. */
export function endOfString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length - 1 : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before--;
  return (at - before) % 2 === 0;
}
