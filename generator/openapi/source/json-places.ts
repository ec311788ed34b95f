import { endOfString } from "./json-scan.js";

/** A piece of a text: offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Member {
  readonly key: Range;
  readonly value: number;
}

/** Finds places in JSON text that is known to be correct. Containers are looked through when somebody asks, each of them once. */
export class JsonPlaces {
  readonly #text: string;
  readonly #members = new Map<number, ReadonlyMap<string, Member>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The key at the end of the path or, for scalars and items, the value; as far as the path leads. */
  find(path: readonly string[]): Range {
    let found: Range = { start: 0, end: 1 };
    let at = this.#skipSpace(0);
    for (const step of path) {
      const member = this.#membersAt(at).get(step);
      if (!member) break;
      at = member.value;
      found = this.#isContainer(at) ? member.key : { start: at, end: this.#skipValue(at) };
    }
    return found;
  }

  #isContainer(at: number): boolean {
    return this.#text[at] === "{" || this.#text[at] === "[";
  }

  #membersAt(at: number): ReadonlyMap<string, Member> {
    const known = this.#members.get(at);
    if (known) return known;
    const members = new Map<string, Member>();
    const isList = this.#text[at] === "[";
    if (this.#isContainer(at)) {
      for (let next = this.#skipSpace(at + 1); !/^[\]}]?$/.test(this.#text[next] ?? ""); next = this.#skipSeparator(next)) {
        const start = next;
        if (!isList) next = this.#skipSeparator(endOfString(this.#text, start) + 1);
        const end = this.#skipValue(next);
        const key = isList ? { start, end: start + 1 } : { start, end: endOfString(this.#text, start) + 1 };
        members.set(isList ? String(members.size) : keyText(this.#text.slice(key.start, key.end)), { key, value: next });
        next = end;
      }
    }
    this.#members.set(at, members);
    return members;
  }

  #skipSpace(at: number): number {
    let next = at;
    while (/\s/.test(this.#text[next] ?? "x")) next++;
    return next;
  }

  /** Behind white space and one `,` or `:`. */
  #skipSeparator(at: number): number {
    const next = this.#skipSpace(at);
    return /[,:]/.test(this.#text[next] ?? "") ? this.#skipSpace(next + 1) : next;
  }

  #skipValue(at: number): number {
    if (this.#text[at] === '"') return endOfString(this.#text, at) + 1;
    if (!this.#isContainer(at)) {
      const scalar = /[^\s,\]}]*/y;
      scalar.lastIndex = at;
      return at + (scalar.exec(this.#text)?.[0].length ?? 0);
    }
    let depth = 0;
    for (let next = at; next < this.#text.length; next++) {
      const character = this.#text[next];
      if (character === '"') next = endOfString(this.#text, next);
      else if (character === "{" || character === "[") depth++;
      else if ((character === "}" || character === "]") && --depth === 0) return next + 1;
    }
    return this.#text.length;
  }
}

function keyText(written: string): string {
  return String(JSON.parse(written));
}
