import type { Codec } from "./codec.js";

/** The codec that `get` gives, asked for when it is needed: modules can name each other in any order. */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  return {
    run: (value, at) => get().run(value, at),
    get admitsNull() {
      return get().admitsNull;
    },
  };
}
