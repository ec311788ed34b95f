import type { Codec, EnumCodec } from "./codec.js";
import { scalar } from "./scalars.js";

type Value = string | number | boolean;

/** `"a" | "b"`: what a closed set expects, for people. */
export function alternatives(values: readonly Value[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

/** Values of one kind; those not in `values` are kept (JSON-8). */
export function openEnum<T extends string | number>(
  values: readonly T[],
): EnumCodec<T> {
  const kind = typeof values[0];
  return { values, ...scalar<T>(kind, (value) => typeof value === kind) };
}

/** Exactly `values` (JSON-8). */
export function closedEnum<T extends Value>(
  values: readonly T[],
): EnumCodec<T> {
  return {
    values,
    ...scalar<T>(alternatives(values), (value) => values.includes(value as T)),
  };
}

/** An enumeration whose values have names: `Zone.domestic`. */
export type NamedEnum<T, Names> = EnumCodec<T> & Readonly<Names>;

/** What `make` makes of the values of `names`, with the names as members. */
export function namedEnum<T, Names extends { readonly [name: string]: T }>(
  make: (values: readonly T[]) => EnumCodec<T>,
  names: Names,
): NamedEnum<T, Names> {
  return { ...names, ...make(Object.values(names)) };
}

/** Exactly `value`; the encoder writes it where the caller leaves it out (JSON-2). */
export function constant<const T extends Value>(value: T): Codec<T> {
  const { run } = closedEnum([value]);
  return {
    run: (given, at) => run(at.encoding ? (given ?? value) : given, at),
  };
}
