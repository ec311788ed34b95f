import { within, type Codec } from "./codec.js";
import {
  membersOf,
  structure,
  type Fields,
  type ObjectCodec,
} from "./object.js";

/** An object type that sends the named members and nothing else (`$exhaustive`). */
export function exhaustiveObject<T>(fields: () => Fields): ObjectCodec<T> {
  return structure(membersOf(fields), (_, to) => to);
}

/** An object type whose other members are all `extra` (`$extra`). */
export function extensibleObject<T>(
  fields: () => Fields,
  extra: Codec<unknown>,
): ObjectCodec<T> {
  const named = membersOf(fields);
  return structure((from, to, at) => {
    named(from, to, at);
    const names = fields();
    for (const name of Object.keys(from))
      if (!Object.hasOwn(names, name) && from[name] !== undefined)
        to[name] = within(extra, name, from[name], at);
  });
}

/** An object with any names and values of one type. */
export function map<T>(value: Codec<T>): ObjectCodec<{ [key: string]: T }> {
  return extensibleObject(() => ({}), value);
}
