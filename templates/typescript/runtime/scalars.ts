import type { Codec } from "./codec.js";

/** Any JSON value. */
export type Json =
  string | number | boolean | null | Json[] | { [key: string]: Json };

/** A codec for values that look the same in JSON and in the program. */
export function scalar<T>(
  expected: string,
  is: (value: unknown) => boolean,
): Codec<T> {
  const check: Codec<T>["decode"] = (value, at) =>
    (is(value) ? value : at.fail(expected, value)) as T;
  return { decode: check, encode: check };
}

const isString = (value: unknown): boolean => typeof value === "string";

const between =
  (min: number, max: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;

export const string: Codec<string> = /* @__PURE__ */ scalar("string", isString);

export const bool: Codec<boolean> = /* @__PURE__ */ scalar(
  "boolean",
  (value) => typeof value === "boolean",
);

export const int32: Codec<number> = /* @__PURE__ */ scalar(
  "int32",
  /* @__PURE__ */ between(-(2 ** 31), 2 ** 31 - 1),
);

export const uint32: Codec<number> = /* @__PURE__ */ scalar(
  "uint32",
  /* @__PURE__ */ between(0, 2 ** 32 - 1),
);

const isNumber = (value: unknown): boolean => Number.isFinite(value);

export const float64: Codec<number> = /* @__PURE__ */ scalar(
  "number",
  isNumber,
);

export const float32: Codec<number> = float64;

/** Any JSON value as it is. */
export const jsonValue: Codec<Json> = {
  .../* @__PURE__ */ scalar<Json>("JSON value", (value) => value !== undefined),
  admitsNull: true,
};

export const decimal: Codec<string> = string;
export const uuid: Codec<string> = string;
export const url: Codec<string> = string;
export const date: Codec<string> = string;
export const time: Codec<string> = string;
export const datetime: Codec<string> = string;
export const duration: Codec<string> = string;

/** Exactly one of `values`. */
export function literal<const T extends string | number | boolean>(
  ...values: readonly T[]
): Codec<T> {
  return scalar(
    values.map((value) => JSON.stringify(value)).join(" | "),
    (value) => values.includes(value as T),
  );
}
