import { within, type Codec, type Walk } from "./codec.js";

/** Members by their names on the wire, in the order of the wire. */
export interface Fields {
  readonly [name: string]: Codec<unknown> | Spread;
}

/** An object as it is walked. */
export interface Bag {
  [name: string]: unknown;
}

/** Runs the declared members of `from` and puts them into `to`. */
export type Members = (from: Bag, to: Bag, at: Walk) => void;

/** A codec whose members can lie in an object together with others. */
export interface ObjectCodec<T> extends Codec<T> {
  readonly members: Members;
  /** Whether a union has a variant of that name. */
  knows?(name: string): boolean;
}

/** A union whose members lie in the object itself. */
export interface Spread {
  readonly spread: Members;
}

/** An own member: `constructor` and `__proto__` are names like any other. */
export function own(bag: Bag, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

/** An object codec around its members; `rest` completes what is sent, by the members that the type does not name (JSON-7). */
export function structure<T>(
  members: Members,
  rest: (from: Bag, to: Bag) => Bag = withRest,
): ObjectCodec<T> {
  return {
    members,
    run(value, at) {
      if (typeof value !== "object" || !value || Array.isArray(value))
        return at.fail("object", value);
      const from = value as Bag;
      const to = at.encoding ? (Object.create(null) as Bag) : from;
      members(from, to, at);
      return at.encoding ? rest(from, to) : to;
    },
  };
}

/** What `to` has, and behind it what `from` has beside. */
function withRest(from: Bag, to: Bag): Bag {
  for (const name of Object.keys(from))
    if (!Object.hasOwn(to, name)) to[name] = from[name];
  return to;
}

/** The members that `fields` names, in its order. */
export function membersOf(fields: () => Fields): Members {
  let entries: [string, Codec<unknown> | Spread][] | undefined;
  return (from, to, at) => {
    for (const [name, field] of (entries ??= Object.entries(fields()))) {
      if ("spread" in field) {
        field.spread(from, to, at);
        continue;
      }
      const value = within(field, name, own(from, name), at);
      if (value !== undefined) to[name] = value;
      else if (Object.hasOwn(to, name)) delete to[name];
    }
  };
}

/**
 * An object type. Decoding leaves members that `fields` does not name where they
 * are; encoding writes them after the named ones (JSON-7).
 */
export function object<T>(fields: () => Fields): ObjectCodec<T> {
  return structure(membersOf(fields));
}
