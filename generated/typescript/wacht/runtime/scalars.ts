import type { Codec } from "./codec.js";

/** A codec for values that look the same in JSON and in the program. */
export function scalar<T>(
  expected: string,
  is: (value: unknown) => boolean,
): Codec<T> {
  const check: Codec<T>["decode"] = (value, at) =>
    (is(value) ? value : at.fail(expected, value)) as T;
  return { decode: check, encode: check };
}

export const string: Codec<string> = /* @__PURE__ */ scalar(
  "string",
  (value) => typeof value === "string",
);

export const bool: Codec<boolean> = /* @__PURE__ */ scalar(
  "boolean",
  (value) => typeof value === "boolean",
);
