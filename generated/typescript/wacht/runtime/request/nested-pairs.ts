import type { Draft } from "./draft.js";

/** `name=value` pairs of a nested value: names in brackets, lists by index, null left out. */
export function nested(
  name: string,
  value: unknown,
  draft: Draft,
  encode: (text: string, draft: Draft) => string,
): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object")
    return [`${name}=${encode(`${value}`, draft)}`];
  return Object.entries(value).flatMap(([key, member]) =>
    nested(`${name}[${encode(key, draft)}]`, member, draft, encode),
  );
}
