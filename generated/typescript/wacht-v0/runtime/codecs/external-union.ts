import { within, type Codec } from "./codec.js";
import { alternatives } from "./enum.js";
import { own, structure, type ObjectCodec } from "./object.js";

declare const unknownMember: unique symbol;

/**
 * An object whose one member is a variant that this client does not know yet, as
 * it came (JSON-9). `"name" in value` tells the known ones apart; what is left is
 * this, and `Object.entries` shows what came.
 */
export interface UnknownMember {
  /** Never there: it keeps other objects from passing for unknown variants. */
  readonly [unknownMember]: never;
}

/**
 * A union written as an object with one member, whose name is the variant:
 * `{"new_message": {..}}`. `"open"` keeps variants that are not named.
 */
export function externalUnion<T>(
  variants: () => { readonly [name: string]: Codec<unknown> },
  openness?: "open",
): ObjectCodec<T> {
  const codec = structure<T>((from, to, at) => {
    const known = variants();
    const names = Object.keys(from).filter((name) => from[name] !== undefined);
    const found = names.filter((name) => Object.hasOwn(known, name));
    const [name = ""] = found;
    if (
      found.length > 1 ||
      (found.length < 1 && (!openness || names.length !== 1))
    )
      at.fail(`one of ${alternatives(Object.keys(known))}`, from);
    const variant = own(known, name) as Codec<unknown> | undefined;
    if (variant) to[name] = within(variant, name, from[name], at);
  });
  return { ...codec, knows: (name) => Object.hasOwn(variants(), name) };
}
