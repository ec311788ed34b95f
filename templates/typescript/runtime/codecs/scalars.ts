import type { Codec } from "./codec.js";

/** A codec for values that look the same in JSON and in the program. */
export function scalar<T>(
  expected: string,
  is: (value: unknown) => boolean,
): Codec<T> {
  return {
    run: (value, at) => (is(value) ? value : at.fail(expected, value)),
  };
}

export const string: Codec<string> = /* @__PURE__ */ scalar(
  "string",
  (value) => typeof value === "string",
);

export const bool: Codec<boolean> = /* @__PURE__ */ scalar(
  "boolean",
  (value) => typeof value === "boolean",
);
