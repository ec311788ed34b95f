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
    run(value, at) {
      for (const rule of rules) {
        const broken = at.checked && rule(value);
        if (broken) at.violate(broken);
      }
      return codec.run(value, at);
    },
  };
}

/** A number, as far as `<` and `>` care; comparing with undefined gives false. */
type Size = number;

/** Numbers, `bigint`s and integers as text within inclusive bounds. */
export function range(
  min: number | bigint | undefined,
  max?: number | bigint,
  subject: string = "must be",
): Constraint {
  return (value) => {
    const size = value as Size;
    if (size < (min as Size)) return `${subject} at least ${min}`;
    return size > (max as Size) ? `${subject} at most ${max}` : undefined;
  };
}

/** The length of a string in code points, of bytes in octets, of a list in items. */
export function length(min: number | undefined, max?: number): Constraint {
  const fits = range(min, max, "length must be");
  return (value) =>
    fits(
      typeof value === "string"
        ? [...value].length
        : (value as ArrayLike<unknown> | undefined)?.length,
    );
}

/** A string with a match of `source` (RE2 subset, unanchored). */
export function pattern(source: string): Constraint {
  const form = new RegExp(source, "u");
  return (value) =>
    typeof value === "string" && !form.test(value)
      ? `must match ${source}`
      : undefined;
}
