import { within, type Codec } from "./codec.js";

/** A list of `item`s. */
export function list<T>(item: Codec<T>): Codec<T[]> {
  return {
    run: (value, at) =>
      Array.isArray(value)
        ? value.map((each, index) => within(item, index, each, at))
        : at.fail("list", value),
  };
}

/** A value of `codec` or null. */
export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    admitsNull: true,
    run: (value, at) => (value === null ? null : codec.run(value, at)),
  };
}

/** A value that may be absent; an answer's null counts as absent unless `codec` admits it (JSON-6). */
export function optional<T>(codec: Codec<T>): Codec<T | undefined> {
  return {
    run: (value, at) =>
      value === undefined ||
      (value === null && !at.encoding && !codec.admitsNull)
        ? undefined
        : codec.run(value, at),
  };
}

/** A value that may be absent and is then sent as `fallback` (`send_default`, JSON-1). */
export function withDefault<T>(
  codec: Codec<T>,
  fallback: T,
): Codec<T | undefined> {
  const { run } = optional(codec);
  return {
    run: (value, at) =>
      run(at.encoding && value === undefined ? fallback : value, at),
  };
}
