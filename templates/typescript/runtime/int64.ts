import type { Codec } from "./codec.js";
import { scalar } from "./scalars.js";

/** Exact: `bigint` in the program, a number on the wire (JSON-10). */
export const int64: Codec<bigint> = {
  .../* @__PURE__ */ scalar<bigint>("int64", Number.isSafeInteger),
};
export const uint64: Codec<bigint> = int64;
/** `int64 as string`. */
export const int64Text: Codec<bigint> = int64;
export const uint64Text: Codec<bigint> = int64;
