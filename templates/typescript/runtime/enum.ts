import type { EnumCodec } from "./codec.js";
import { scalar } from "./scalars.js";

/** Values of one kind; those not in `values` are kept (JSON-8). */
export function openEnum<T extends string | number>(
  values: readonly T[],
): EnumCodec<T> {
  const kind = typeof values[0];
  return { values, ...scalar<T>(kind, (value) => typeof value === kind) };
}

/** Exactly `values` (JSON-8). */
export function closedEnum<T extends string | number>(
  values: readonly T[],
): EnumCodec<T> {
  const expected = values.map((value) => JSON.stringify(value)).join(" | ");
  return {
    values,
    ...scalar<T>(expected, (value) => values.includes(value as T)),
  };
}
