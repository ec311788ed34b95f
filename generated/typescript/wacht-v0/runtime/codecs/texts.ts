import type { Codec } from "./codec.js";
import { scalar } from "./scalars.js";

function text(expected: string, form: RegExp): Codec<string> {
  return scalar(
    expected,
    (value) => typeof value === "string" && form.test(value),
  );
}

/** The digits are kept: `1.50` stays `1.50` (JSON-11). */
export const decimal: Codec<string> = /* @__PURE__ */ text(
  "decimal",
  /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
);

export const uuid: Codec<string> = /* @__PURE__ */ text(
  "uuid",
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
);

/** An absolute URL (RFC 3986, by its scheme). */
export const url: Codec<string> = /* @__PURE__ */ text(
  "url",
  /^[a-z][a-z\d+.-]*:\S+$/i,
);

/** `2026-01-31`. */
export const date: Codec<string> = /* @__PURE__ */ text(
  "date",
  /^\d{4}-\d\d-\d\d$/,
);

/** `23:59:59.5`, with or without an offset. */
export const time: Codec<string> = /* @__PURE__ */ text(
  "time",
  /^\d\d:\d\d:\d\d(\.\d{1,9})?(z|[+-]\d\d:\d\d)?$/i,
);

/** ISO 8601: `P1DT2H30M`, `PT0.5S`, `P2W`. */
export const duration: Codec<string> = /* @__PURE__ */ text(
  "duration",
  /^-?P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/,
);
