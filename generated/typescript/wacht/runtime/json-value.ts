import type { Codec } from "./codec.js";

/** Any JSON value. */
export type Json =
  string | number | boolean | null | Json[] | { [key: string]: Json };

/** Numbers of an exactly read value are doubles here. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  const bag = value as { [key: string]: unknown };
  for (const key of Object.keys(bag)) bag[key] = plain(bag[key]);
  return bag;
}

/** Any JSON value as it is. */
export const jsonValue: Codec<Json> = {
  admitsNull: true,
  run(value, at) {
    if (value === undefined) return at.fail("JSON value", value);
    return at.exact ? plain(value) : value;
  },
};
