import type { Codec } from "./codec.js";

/** Gives the rule that `value` breaks, if it does: `must be at most 100`. */
export type Constraint = (value: unknown) => string | undefined;

/** `codec` with rules for requests; answers are not held to them (JSON-4). */
export function constrained<T>(
  codec: Codec<T>,
  ...rules: readonly Constraint[]
): Codec<T> {
  return {
    ...codec,
    encode(value, at) {
      for (const rule of rules) {
        const broken = rule(value);
        if (broken) at.violate(broken);
      }
      return codec.encode(value, at);
    },
  };
}

/** Numbers: inclusive bounds; absent bounds are `undefined`. */
export function range(
  min: number | bigint | undefined,
  max?: number | bigint,
): Constraint {
  return (value) => {
    const number = value as number;
    if (min !== undefined && number < min) return `must be at least ${min}`;
    if (max !== undefined && number > max) return `must be at most ${max}`;
    return undefined;
  };
}
