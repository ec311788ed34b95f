import type { Codec } from "./codec.js";

/** Seconds, fraction and zone of an RFC 3339 text. */
export const rfc3339: RegExp =
  /^(\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d)(\.\d{1,9})?(z|[+-]\d\d:\d\d)$/i;

/** The same instant in UTC, with as many fractional digits as it needs. */
function inUtc(
  text: string,
  seconds: string,
  fraction: string = "",
  zone: string,
): string {
  const instant = Date.parse(`${seconds}${zone}`.toUpperCase());
  const digits = fraction.replace(/\.?0+$/, "");
  return Number.isNaN(instant)
    ? text
    : new Date(instant).toISOString().slice(0, 19) + digits + "Z";
}

/** RFC 3339, kept as it came; sent in UTC with `Z` (JSON-12). */
export const datetime: Codec<string> = {
  run(value, at) {
    if (typeof value !== "string" || !rfc3339.test(value))
      return at.fail("datetime", value);
    return at.encoding ? value.replace(rfc3339, inUtc) : value;
  },
};
