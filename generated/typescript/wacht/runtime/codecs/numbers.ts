import type { Codec } from "./codec.js";
import { scalar } from "./scalars.js";

function integer(name: string, min: number, max: number): Codec<number> {
  return scalar(
    name,
    (value) =>
      Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  );
}

/** `1.0` is an integer: JSON has one kind of number (JSON-6). */
export const int32: Codec<number> = /* @__PURE__ */ integer(
  "int32",
  -2147483648,
  2147483647,
);

export const uint32: Codec<number> = /* @__PURE__ */ integer(
  "uint32",
  0,
  4294967295,
);

function float(name: string, fits: (value: number) => boolean): Codec<number> {
  return scalar(name, (value) => typeof value === "number" && fits(value));
}

/** Finite: JSON has neither NaN nor infinities (JSON-3). */
export const float64: Codec<number> = /* @__PURE__ */ float(
  "float64",
  (value) => Number.isFinite(value),
);

export const float32: Codec<number> = /* @__PURE__ */ float(
  "float32",
  (value) => Number.isFinite(Math.fround(value)),
);
