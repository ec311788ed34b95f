import { within, type Codec, type Verb, type Walk } from "./codec.js";

/** Members by their names on the wire, in the order of the wire. */
export interface Fields {
  readonly [name: string]: Codec<unknown> | Spread;
}

/** An object with members that its type does not name. */
export interface Bag {
  [name: string]: unknown;
}

/** A codec whose members can lie in an object together with others. */
export interface ObjectCodec<T> extends Codec<T> {
  /** Runs the declared members of `from` and puts them into `to`. */
  members(verb: Verb, from: Bag, to: Bag, at: Walk): void;
}

/** A union whose members lie in the object itself. */
export interface Spread {
  readonly members: ObjectCodec<unknown>["members"];
  readonly spread: true;
}

/** A value of own members: `constructor` and `__proto__` are names like any other. */
export function own(bag: Bag, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

/** Copies what `to` does not have yet: members that the type does not name (JSON-7). */
function keepExtras(from: Bag, to: Bag): void {
  for (const name of Object.keys(from))
    if (!(name in to) && from[name] !== undefined) to[name] = from[name];
}

/** The codec around a `members` function. */
export function structure<T>(
  members: ObjectCodec<T>["members"],
  rest: (from: Bag, to: Bag, at: Walk) => void = keepExtras,
): ObjectCodec<T> {
  const run =
    (verb: Verb) =>
    (value: unknown, at: Walk): unknown => {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return at.fail("object", value);
      const from = value as Bag;
      const to = verb === "decode" ? from : (Object.create(null) as Bag);
      members(verb, from, to, at);
      if (verb === "encode") rest(from, to, at);
      return to;
    };
  return {
    members,
    decode: run("decode") as ObjectCodec<T>["decode"],
    encode: run("encode"),
  };
}

/** Runs `fields` over `from` into `to`. */
export function runFields(
  fields: readonly (readonly [string, Codec<unknown> | Spread])[],
  verb: Verb,
  from: Bag,
  to: Bag,
  at: Walk,
): void {
  for (const [name, codec] of fields) {
    if ("spread" in codec) {
      codec.members(verb, from, to, at);
      continue;
    }
    const value = within(verb, codec, name, own(from, name), at);
    if (value !== undefined) to[name] = value;
    else if (Object.hasOwn(to, name)) delete to[name];
  }
}

/**
 * An object type. Decoding leaves members that `fields` does not name where they
 * are; encoding writes them after the named ones (JSON-7).
 */
export function object<T>(fields: () => Fields): ObjectCodec<T> {
  let entries: (readonly [string, Codec<unknown> | Spread])[] | undefined;
  return structure((verb, from, to, at) =>
    runFields((entries ??= Object.entries(fields())), verb, from, to, at),
  );
}
