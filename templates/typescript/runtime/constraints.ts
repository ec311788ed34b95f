import type { Codec } from "./codec.js";

/** Gives the rule that `value` breaks, if it does: `must be at most 100`. */
export type Constraint = (value: unknown) => string | undefined;

/** `codec` with rules for requests; answers are never held to them (JSON-4). */
export function constrained<T>(
  codec: Codec<T>,
  ...rules: readonly Constraint[]
): Codec<T> {
  return {
    ...codec,
    encode(value, at) {
      if (at.checked)
        for (const rule of rules) {
          const broken = rule(value);
          if (broken) at.violate(broken);
        }
      return codec.encode(value, at);
    },
  };
}

/** Inclusive bounds of `measure`; an absent one is `undefined`. */
function bounds<B extends number | bigint>(
  subject: string,
  measure: (value: unknown) => number | bigint | undefined,
  min: B | undefined,
  max: B | undefined,
): Constraint {
  return (value) => {
    const size = measure(value);
    if (size === undefined) return undefined;
    if (min !== undefined && size < min) return `${subject} at least ${min}`;
    return max !== undefined && size > max
      ? `${subject} at most ${max}`
      : undefined;
  };
}

/** Numbers, `bigint`s and integers as text between two inclusive bounds. */
export function range(
  min: number | bigint | undefined,
  max?: number | bigint,
): Constraint {
  return bounds("must be", (value) => value as number, min, max);
}

/** The length of a string in code points, of bytes in octets, of a list in items. */
export function length(min: number | undefined, max?: number): Constraint {
  const measure = (value: unknown): number | undefined =>
    typeof value === "string"
      ? [...value].length
      : (value as ArrayLike<unknown> | undefined)?.length;
  return bounds("length must be", measure, min, max);
}

/** A string with a match of `source` (RE2 subset, unanchored). */
export function pattern(source: string): Constraint {
  const form = new RegExp(source, "u");
  return (value) =>
    typeof value === "string" && !form.test(value)
      ? `must match ${source}`
      : undefined;
}
