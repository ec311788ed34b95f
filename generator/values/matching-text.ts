import type { Random } from "./random.js";

/** Lengths in code points. */
interface Lengths {
  readonly min: number;
  readonly max: number;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const printable = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
const further = Array.from("äéñøßжλ語가🧵\t\n");
const tries = 100;
/** Nested repeats end here, whatever their counts say. */
const longest = 10_000;

/**
 * A text that a pattern of the schema language matches (the RE2 subset, unanchored), of a length within the bounds. Where no try hits
 * both, the last one is given: a pattern and a length may exclude each other, which nobody checks.
 */
export function matchingText(pattern: string, lengths: Lengths, random: Random): string {
  const regExp = new RegExp(pattern, "u");
  let last = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    last = fill(new PatternReader(pattern, random, attempt).alternatives(), regExp, lengths, random);
    const length = Array.from(last).length;
    if (length >= lengths.min && length <= lengths.max && regExp.test(last)) return last;
  }
  return last;
}

/** Where a pattern is not anchored, letters before or behind it do no harm and make the text long enough. */
function fill(text: string, regExp: RegExp, { min }: Lengths, random: Random): string {
  const missing = min - Array.from(text).length;
  if (missing <= 0) return text;
  const more = Array.from({ length: missing }, () => letters[random.integer(0, 25)]).join("");
  return [text + more, more + text].find((longer) => regExp.test(longer)) ?? text;
}

/** Reads a pattern from left to right, and writes a text for each part on the way. */
class PatternReader {
  readonly #pattern: string;
  readonly #random: Random;
  /** How often a part without upper bound may be repeated beyond its least. */
  readonly #generosity: number;
  #at = 0;

  constructor(pattern: string, random: Random, attempt: number) {
    this.#pattern = pattern;
    this.#random = random;
    this.#generosity = 1 + (attempt % 40);
  }

  /** Up to the closing bracket or the end; all are read, one is kept. */
  alternatives(): string {
    const found = [this.#sequence()];
    while (this.#pattern[this.#at] === "|") {
      this.#at++;
      found.push(this.#sequence());
    }
    return found[this.#random.integer(0, found.length - 1)] ?? "";
  }

  #sequence(): string {
    let text = "";
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at] ?? "")) text += this.#repeated();
    return text;
  }

  /** A part as often as its quantifier says: each time it is read anew, so that the repeats differ. */
  #repeated(): string {
    const start = this.#at;
    const first = this.#part();
    const end = this.#at;
    const [least, most] = this.#quantifier();
    const behind = this.#at;
    const count = this.#random.integer(least, Math.min(most, least + this.#generosity));
    let text = count > 0 ? first : "";
    for (let index = 1; index < count && text.length < longest; index++) {
      this.#at = start;
      text += this.#part();
    }
    this.#at = count > 1 ? behind : Math.max(behind, end);
    return text;
  }

  #quantifier(): readonly [least: number, most: number] {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#pattern.slice(this.#at));
    if (!found) return [1, 1];
    this.#at += found[0].length;
    const [sign, least, comma, most] = [found[0][0], Number(found[1]), found[2], found[3]];
    if (sign === "*") return [0, Infinity];
    if (sign === "+") return [1, Infinity];
    if (sign === "?") return [0, 1];
    return [least, comma === "" ? least : most === "" ? Infinity : Number(most)];
  }

  #part(): string {
    const next = this.#pattern[this.#at] ?? "";
    if (next === "^" || next === "$") return this.#skip(1);
    if (next === "(") return this.#group();
    if (next === "[") return this.#member(this.#classSource());
    if (next === ".") return this.#member(this.#take(1));
    if (next === "\\") return this.#escape();
    return this.#take(String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0).length);
  }

  #group(): string {
    this.#skip(this.#pattern.startsWith("(?:", this.#at) ? 3 : 1);
    const text = this.alternatives();
    this.#skip(1);
    return text;
  }

  #escape(): string {
    const source = /^\\(?:[pP]\{[^}]*\}|[pP].|.)/su.exec(this.#pattern.slice(this.#at))?.[0] ?? "\\";
    this.#at += source.length;
    if (source === "\\b" || source === "\\B") return "";
    return this.#member(source);
  }

  #classSource(): string {
    let end = this.#at + 1;
    while (end < this.#pattern.length && this.#pattern[end] !== "]") end += this.#pattern[end] === "\\" ? 2 : 1;
    return this.#take(end + 1 - this.#at);
  }

  /** Any character that a class or an escape admits; the engine itself says which. */
  #member(source: string): string {
    const admits = new RegExp(`^${source}$`, "u");
    const plain = printable.filter((each) => admits.test(each));
    const all = plain.length > 0 ? plain : further.filter((each) => admits.test(each));
    const words = all.filter((each) => /[a-z0-9]/i.test(each));
    const choice = words.length > 0 ? words : all;
    return choice[this.#random.integer(0, choice.length - 1)] ?? "";
  }

  #take(length: number): string {
    this.#at += length;
    return this.#pattern.slice(this.#at - length, this.#at);
  }

  #skip(length: number): string {
    this.#at += length;
    return "";
  }
}
