import type { Json } from "../model/described.js";
import type { Scanner } from "./scanner.js";

const controls: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Reads a text in single or double quotes, with the escapes of JSON; any other character behind a backslash is itself. */
export function readQuoted(scanner: Scanner): string {
  const start = scanner.at;
  const written = scanner.match(scanner.text[start] === "'" ? /'((?:[^'\\]|\\.)*)'/sy : /"((?:[^"\\]|\\.)*)"/sy);
  if (written === undefined) throw scanner.failure("HD211", { what: "the quote that begins here" }, start, start + 1);
  return written.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, unit: string | undefined, character: string) => {
    return unit === undefined
      ? Object.hasOwn(controls, character)
        ? (controls[character] ?? character)
        : character
      : String.fromCharCode(parseInt(unit, 16));
  });
}

/** Reads the value of a default: JSON, or a bare word, which is a string. */
export function readLiteral(scanner: Scanner): Json {
  scanner.skipSpace();
  const start = scanner.at;
  const first = scanner.text[start];
  if (first === '"' || first === "'") return readQuoted(scanner);
  if (first === "[" || first === "{") return readJson(scanner, start);
  const word = scanner.match(/[^\s,[\]{}()|="']+/y);
  if (word === undefined || word === "--") throw scanner.failure("HD215", { written: scanner.ahead() }, start);
  return wordValue(word);
}

/** `50` is a number, `true` a boolean, `null` null, anything else text; an integer that a double cannot hold stays text. */
export function wordValue(word: string): string | number | boolean | null {
  if (word === "null") return null;
  if (word === "true" || word === "false") return word === "true";
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return word;
  const number = Number(word);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? word : number;
}

const nestingLimit = 100;

function readJson(scanner: Scanner, start: number): Json {
  let depth = 0;
  do {
    const token = scanner.match(/\s*("(?:[^"\\]|\\.)*"|[[\]{}]|[^"[\]{}]+)/y)?.trim();
    if (token === undefined || depth > nestingLimit)
      throw scanner.failure("HD215", { written: scanner.text.slice(start, scanner.at + 1) }, start, scanner.at + 1);
    if (token === "[" || token === "{") depth++;
    if (token === "]" || token === "}") depth--;
  } while (depth > 0);
  const written = scanner.text.slice(start, scanner.at);
  try {
    return JSON.parse(written) as Json;
  } catch {
    throw scanner.failure(
      "HD215",
      { written },
      start,
      scanner.at,
      "lists and objects are written as JSON, with every text in double quotes",
    );
  }
}
