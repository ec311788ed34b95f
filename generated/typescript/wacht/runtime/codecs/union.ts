import type { Walk } from "./codec.js";
import { own, structure, type ObjectCodec, type Spread } from "./object.js";
import { alternatives } from "./enum.js";

/** A tag that is none of the known ones: a string of its own, by which a `switch` narrows. */
declare enum UnknownTag {
  value = "",
}

/**
 * A variant that this client does not know yet, as it came (JSON-9). Its tag is
 * a string that equals none of the known ones, so a `switch` over the tag still
 * narrows and its `default` branch sees this type.
 */
export type UnknownVariant<Tag extends string> = {
  [K in Tag]: UnknownTag;
} & { [member: string]: unknown };

/** Variants by the value of their tag. */
export interface Variants {
  readonly [tag: string]: ObjectCodec<unknown>;
}

function failAt(at: Walk, tag: string, known: object, value: unknown): void {
  at.path.push(tag);
  at.fail(alternatives(Object.keys(known)), value);
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
  const codec = structure<T>((from, to, at) => {
    const known = variants();
    const name = own(from, tag);
    const variant = typeof name === "string" ? own(known, name) : undefined;
    if (!variant && (!openness || typeof name !== "string"))
      return failAt(at, tag, known, name);
    to[tag] = name;
    (variant as ObjectCodec<unknown> | undefined)?.members(from, to, at);
  });
  return { ...codec, knows: (name) => Object.hasOwn(variants(), name) };
}

/** The members of `union` in the place of this one (`...name: Union` in the schema). */
export function spread(union: ObjectCodec<unknown>): Spread {
  return { spread: union.members };
}
