import { within, type Codec, type Verb, type Walk } from "./codec.js";

/** A list of `item`s. */
export function list<T>(item: Codec<T>): Codec<T[]> {
  const run = (verb: Verb) => (value: unknown, at: Walk) =>
    Array.isArray(value)
      ? value.map((each, index) => within(verb, item, index, each, at))
      : at.fail("list", value);
  return {
    decode: run("decode") as Codec<T[]>["decode"],
    encode: run("encode"),
  };
}

/** A value of `codec` or null. */
export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    admitsNull: true,
    decode: (value, at) => (value === null ? null : codec.decode(value, at)),
    encode: (value, at) => (value === null ? null : codec.encode(value, at)),
  };
}

/** A value that may be absent; null counts as absent unless `codec` admits it (JSON-6). */
export function optional<T>(codec: Codec<T>): Codec<T | undefined> {
  return {
    decode: (value, at) =>
      value === undefined || (value === null && !codec.admitsNull)
        ? undefined
        : codec.decode(value, at),
    encode: (value, at) =>
      value === undefined ? undefined : codec.encode(value, at),
  };
}

/** A value that may be absent and is then sent as `fallback` (`send_default`, JSON-1). */
export function withDefault<T>(
  codec: Codec<T>,
  fallback: T,
): Codec<T | undefined> {
  return {
    ...optional(codec),
    encode: (value, at) =>
      codec.encode(value === undefined ? fallback : value, at),
  };
}
