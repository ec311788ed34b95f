import type { Codec } from "./codec.js";

/** Any JSON value. */
export type Json =
  string | number | boolean | null | Json[] | { [key: string]: Json };

/** Any JSON value as it is. */
export const jsonValue: Codec<Json> = {
  admitsNull: true,
  run: (value, at) =>
    value === undefined ? at.fail("JSON value", value) : value,
};
