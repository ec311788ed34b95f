import type { Codec } from "./codec.js";

/** The codec that `get` gives, asked for when it is needed: modules can name each other in any order. */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  const codec = {
    decode: (value, at) => get().decode(value, at),
    encode: (value, at) => get().encode(value, at),
  } satisfies Codec<T>;
  return Object.defineProperty(codec, "admitsNull", {
    get: () => get().admitsNull,
  });
}
