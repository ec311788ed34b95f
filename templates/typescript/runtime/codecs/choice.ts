import type { Codec } from "./codec.js";
import { untaggedUnion, type JsonKind } from "./untagged-union.js";

/** One of several kinds that JSON tells apart: `choice({ string, number: int32 })`. */
export function choice<T>(alternatives: {
  readonly [kind in JsonKind]?: Codec<unknown>;
}): Codec<T> {
  return untaggedUnion(
    () => Object.entries(alternatives) as [JsonKind, Codec<unknown>][],
  );
}
