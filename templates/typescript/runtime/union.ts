import type { Walk } from "./codec.js";
import { own, structure, type ObjectCodec, type Spread } from "./object.js";

declare const unknownVariant: unique symbol;

/**
 * A variant that this client does not know yet, as it came (JSON-9). Its tag is
 * a string that equals none of the known ones, so a `switch` over the tag still
 * narrows and its `default` branch sees this type.
 */
export type UnknownVariant<Tag extends string> = {
  [K in Tag]: string & { readonly [unknownVariant]: true };
} & { [key: string]: unknown };

/** Variants by the value of their tag. */
export interface Variants {
  readonly [tag: string]: ObjectCodec<unknown>;
}

const quoted = (names: readonly string[]): string =>
  names.map((name) => JSON.stringify(name)).join(" | ");

function failAt(
  at: Walk,
  key: string,
  expected: string,
  value: unknown,
): undefined {
  at.path.push(key);
  at.fail(expected, value);
  at.path.pop();
}

/**
 * A union whose variants are told apart by the member `tag`, which lies beside
 * their own members (JSON-2). `"open"` keeps variants that are not named.
 */
export function taggedUnion<T>(
  tag: string,
  variants: () => Variants,
  openness?: "open",
): ObjectCodec<T> {
  return structure((verb, from, to, at) => {
    const known = variants();
    const name = own(from, tag);
    if (typeof name !== "string")
      return failAt(at, tag, quoted(Object.keys(known)), name);
    to[tag] = name;
    if (Object.hasOwn(known, name)) known[name]?.members(verb, from, to, at);
    else if (!openness) failAt(at, tag, quoted(Object.keys(known)), name);
  });
}

/** The members of `union` in the place of this one (`...name: Union` in the schema). */
export function spread(union: ObjectCodec<unknown>): Spread {
  return { members: union.members, spread: true };
}
