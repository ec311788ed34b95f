import { within, type Codec, type Verb, type Walk } from "./codec.js";

/** Members by their names on the wire, in the order of the wire. */
export interface Fields {
  readonly [name: string]: Codec<unknown> | Spread;
}

/** An object as it is walked. */
export interface Bag {
  [name: string]: unknown;
}

/** Runs the declared members of `from` and puts them into `to`. */
export type Members = (verb: Verb, from: Bag, to: Bag, at: Walk) => void;

/** A codec whose members can lie in an object together with others. */
export interface ObjectCodec<T> extends Codec<T> {
  readonly members: Members;
}

/** A union whose members lie in the object itself. */
export interface Spread {
  readonly spread: Members;
}

/** An own member: `constructor` and `__proto__` are names like any other. */
export function own(bag: Bag, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

/** Copies the members that the type does not name behind the others (JSON-7). */
function keepExtras(from: Bag, to: Bag): void {
  Object.assign(to, { ...from, ...to });
}

/** An object codec around its members; `rest` sends what they leave. */
export function structure<T>(
  members: Members,
  rest: (from: Bag, to: Bag) => void = keepExtras,
): ObjectCodec<T> {
  const run = (verb: Verb) => (value: unknown, at: Walk) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return at.fail("object", value);
    const from = value as Bag;
    const encoding = verb === "encode";
    const to = encoding ? (Object.create(null) as Bag) : from;
    members(verb, from, to, at);
    if (encoding) rest(from, to);
    return to;
  };
  return {
    members,
    decode: run("decode") as ObjectCodec<T>["decode"],
    encode: run("encode"),
  };
}

/** The members that `fields` names, in its order. */
export function membersOf(fields: () => Fields): Members {
  let entries: [string, Codec<unknown> | Spread][] | undefined;
  return (verb, from, to, at) => {
    for (const [name, field] of (entries ??= Object.entries(fields()))) {
      if ("spread" in field) {
        field.spread(verb, from, to, at);
        continue;
      }
      const value = within(verb, field, name, own(from, name), at);
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
