import { nameKey, splitWords } from "../../model/name.js";

/** Letters that are no letter of ASCII with a mark. */
const spelled: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }),
);

/** Marks are dropped (`é` is `e`), and letters that have no ASCII form become their code point. */
function ascii(text: string): string {
  return text
    .replace(/[ßæœøłđðþı]/giu, (letter) => spelled.get(letter.toLowerCase()) ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{ASCII}]/gu, (letter) => (/[\p{L}\p{N}]/u.test(letter) ? `_u${(letter.codePointAt(0) ?? 0).toString(16)}_` : " "));
}

/** The words of a text, in ASCII. */
export function wordsOf(text: string): readonly string[] {
  return splitWords(ascii(text));
}

/** `simple-user` is `SimpleUser`; what is an identifier with a capital already stays as it is. */
export function pascal(text: string): string {
  if (/^[A-Z][A-Za-z0-9]*$/.test(text)) return text;
  const joined = wordsOf(text)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^[A-Za-z]/.test(joined) ? joined : `N${joined}`;
}

/** `API Auth` is `api_auth`. */
export function snake(words: readonly string[]): string {
  const joined = words.join("_");
  return /^[A-Za-z]/.test(joined) ? joined : `n${joined}`;
}

/** Names of one scope, of which no two become equal in any casing. */
export class Names {
  readonly #taken = new Map<string, string>();

  constructor(reserved: Iterable<string> = []) {
    for (const name of reserved) this.#taken.set(nameKey(name), name);
  }

  isFree(name: string): boolean {
    return !this.#taken.has(nameKey(name));
  }

  reserve(name: string): void {
    this.#taken.set(nameKey(name), name);
  }

  /** The first of the names that is free, else the last of them with the least number that makes it so. */
  take(...wanted: readonly [string, ...string[]]): string {
    const found = wanted.find((name) => this.isFree(name)) ?? this.#numbered(wanted.at(-1) ?? wanted[0]);
    this.reserve(found);
    return found;
  }

  #numbered(name: string): string {
    for (let number = 2; ; number++) {
      const candidate = /\d$/.test(name) ? `${name}_${number}` : `${name}${number}`;
      if (this.isFree(candidate)) return candidate;
    }
  }
}
