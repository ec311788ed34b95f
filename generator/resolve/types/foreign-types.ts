const whole = "whole numbers are `int32` or `int64`";
const numbers = "numbers are `int32`, `int64`, `float64` or `decimal`";
const anything = "what can be anything is `json`";
const objects = "an object is a type of its own under `types`; one with any keys is `map<T>`";
const lists = "a list is written `T[]`";
const maps = "an object with any keys is written `map<T>`; its keys are always strings";
const nothing = "an answer without a body is written `returns: 204`";

/** How the types that other languages have are written in this one. */
const hints: ReadonlyMap<string, string> = new Map([
  ["number", numbers],
  ["int", whole],
  ["integer", whole],
  ["long", whole],
  ["bigint", whole],
  ["float", "write `float32` or `float64`"],
  ["double", "write `float64`"],
  ["boolean", "write `bool`"],
  ["str", "write `string`"],
  ["text", "write `string`"],
  ["timestamp", "write `datetime`, or `datetime as unix` for a number of seconds"],
  ["any", anything],
  ["unknown", anything],
  ["object", objects],
  ["array", lists],
  ["list", lists],
  ["set", lists],
  ["record", maps],
  ["dict", maps],
  ["void", nothing],
  ["none", nothing],
  ["undefined", "what may be absent is written `name?: T`"],
  ["enum", "an enum is a type of its own under `types`, with `$enum`"],
  ["file", "bytes are written `bytes`; a whole body of them `body: {bytes: image/png}`"],
  ["binary", "bytes are written `bytes`; a whole body of them `body: {bytes: image/png}`"],
]);

/** The extra part of a finding about a name that is a type elsewhere; undefined for other names. */
export function foreignType(name: string): { readonly hint: string } | undefined {
  const hint = hints.get(name.toLowerCase());
  return hint === undefined ? undefined : { hint };
}
