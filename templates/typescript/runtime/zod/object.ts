import * as z from "zod";

/** Schemas of members by their names on the wire. */
export interface Members {
  readonly [name: string]: z.ZodType;
}

function objectOf<S extends Members>(
  members: () => S,
  catchall?: z.ZodType,
): z.ZodObject<S> {
  const made: z.ZodType = new z.ZodObject({
    type: "object",
    get shape() {
      const shape = members();
      Object.defineProperty(this, "shape", { value: shape });
      return shape;
    },
    ...(catchall && { catchall }),
  });
  return made as z.ZodObject<S>;
}

/**
 * An object type. Members that it does not name are kept (JSON-7). The names are
 * asked for when it is first used, so that types can refer to each other.
 */
export function object<S extends Members>(members: () => S): z.ZodObject<S> {
  return objectOf(members, z.unknown());
}

/** An object type that drops what it does not name, as sending does (`$exhaustive`). */
export function exhaustiveObject<S extends Members>(
  members: () => S,
): z.ZodObject<S> {
  return objectOf(members);
}

/** An object type whose other members are all `extra` (`$extra`). */
export function extensibleObject<T>(
  members: () => Members,
  extra: () => z.ZodType,
): z.ZodType<T, T> {
  const open: z.ZodType = objectOf(
    members,
    z.lazy(() => z.optional(extra())),
  );
  return open as z.ZodType<T, T>;
}
