import { Names, snake, wordsOf } from "../names/words.js";

// Control characters, and those that hide or reorder what a reader sees: no schema takes them in a name.
const hidden = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/u;

/** Whether a name on the wire can be written in a schema. */
export function isWritable(wire: string): boolean {
  return !hidden.test(wire);
}

/** Names of fields by what they are on the wire: the same, unless that cannot be a name or is like another one in some casing. */
export function fieldNames(wires: Iterable<string>, names = new Names()): ReadonlyMap<string, string> {
  return new Map(Array.from(wires, (wire) => [wire, fieldName(wire, names)]));
}

export function fieldName(wire: string, names: Names): string {
  const plain = /^(?=.*[\p{L}\p{N}])[^\s$?\p{C}.\u2028\u2029][^\s?\p{C}\u2028\u2029]*$/u.test(wire) && !/^[+-]\d/.test(wire);
  const words = wordsOf(wire);
  const sign = wire.startsWith("-") ? "minus_" : wire.startsWith("+") ? "plus_" : "";
  const spelled = words.length === 0 ? "field" : sign === "" ? snake(words) : `${sign}${words.join("_")}`;
  return plain ? names.take(wire, spelled) : names.take(spelled);
}
