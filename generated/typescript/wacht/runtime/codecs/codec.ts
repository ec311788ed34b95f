/** A step into a JSON value: a member's name or an item's index. */
export type PathKey = string | number;

/**
 * Where a codec is and whom it tells. Decoding throws at the first mismatch;
 * encoding notes it and goes on, so that all are reported together (JSON-4).
 */
export interface Walk {
  /** Steps from the root to the value at hand. */
  readonly path: PathKey[];
  /** From the program to the wire; else from the wire to the program. */
  readonly encoding?: true;
  /** Encoding only: constraints are checked (JSON-4). */
  readonly checked?: boolean;
  /** Encoding only: the value goes into a URL, a header or a form. */
  textual?: boolean;
  /** Encoding only: whether bytes at this place are a file, which stays as it is. */
  isFile?: ((value: unknown) => boolean) | undefined;
  /** Encoding only: takes what is to be waited for before the value can be written. */
  later?: ((read: () => Promise<void>) => void) | undefined;
  /** Decoding only: the JSON text, for codecs that need what `JSON.parse` loses. */
  readonly text?: string;
  /** Writes what `JSON.stringify` cannot; set by the codec that needs it. */
  stringify?: (value: unknown) => string;
  /** The value at hand is not what its type says. */
  fail(expected: string, value: unknown): undefined;
  /** The value at hand breaks a rule; encoding only. */
  violate(rule: string): void;
}

/**
 * A type at run time. `run` decodes or encodes, as `at` says: it checks a freshly
 * parsed JSON value and converts it in place, or makes a JSON value and leaves its
 * argument alone.
 */
export interface Codec<T> {
  run(value: unknown, at: Walk): unknown;
  /** Null is one of the values, so an optional member keeps it (JSON-6). */
  readonly admitsNull?: true | undefined;
  /** Never there: it carries the type for the compiler. */
  readonly type?: T;
}

/** An enumeration with the values known when it was generated. */
export interface EnumCodec<T> extends Codec<T> {
  readonly values: readonly T[];
}

/** The type of a codec's values. */
export type Infer<C> = C extends Codec<infer T> ? T : never;

/** Runs `codec` on the value one step down. */
export function within(
  codec: Codec<unknown>,
  key: PathKey,
  value: unknown,
  at: Walk,
): unknown {
  at.path.push(key);
  const result = codec.run(value, at);
  at.path.pop();
  return result;
}
