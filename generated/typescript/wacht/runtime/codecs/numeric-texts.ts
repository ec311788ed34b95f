import type { Codec } from "./codec.js";
import { rfc3339 } from "./datetime.js";

/** A text in the program that is a number on the wire. */
function numeric(
  name: string,
  toText: (value: number) => string | undefined,
  toNumber: (text: string) => number,
): Codec<string> {
  return {
    run(value, at) {
      if (at.encoding) {
        const encoded = typeof value === "string" ? toNumber(value) : NaN;
        return Number.isFinite(encoded) ? encoded : at.fail(name, value);
      }
      return typeof value === "number" && Number.isFinite(value)
        ? (toText(value) ?? at.fail(name, value))
        : at.fail(name, value);
    },
  };
}

/** `decimal as number`: the digits that a double keeps. */
export const decimalNumber: Codec<string> = /* @__PURE__ */ numeric(
  "decimal as number",
  (value) => `${value}`,
  (text) => (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN),
);

function instant(milliseconds: number): string | undefined {
  return Math.abs(milliseconds) <= 8.64e15
    ? new Date(Math.round(milliseconds)).toISOString().replace(/\.?0*Z$/, "Z")
    : undefined;
}

/** Years of six digits, which an answer may have led to, have a sign. */
function millisecondsOf(text: string): number {
  return rfc3339.test(text.replace(/^[+-]\d\d/, ""))
    ? Date.parse(text.toUpperCase())
    : NaN;
}

/** `datetime as unix`: RFC 3339 in the program, seconds since 1970 on the wire. */
export const datetimeUnix: Codec<string> = /* @__PURE__ */ numeric(
  "datetime as unix",
  (value) => instant(value * 1000),
  (text) => millisecondsOf(text) / 1000,
);

/** `datetime as unix_ms`: RFC 3339 in the program, milliseconds since 1970 on the wire. */
export const datetimeUnixMs: Codec<string> = /* @__PURE__ */ numeric(
  "datetime as unix_ms",
  instant,
  millisecondsOf,
);

const units = [604800, 86400, 3600, 60, 1];

/** Seconds of an ISO 8601 duration without years and months, whose length nobody knows. */
function secondsOf(text: string): number {
  const form =
    /^(-?)P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
  const [, sign, ...parts] = form.exec(text) ?? [];
  const seconds = units.reduce(
    (sum, unit, index) => sum + unit * Number(parts[index] ?? 0),
    0,
  );
  return sign === undefined ? NaN : sign === "-" ? -seconds : seconds;
}

/** To the nanosecond; what only an exponent could write is none. */
function durationOf(seconds: number): string | undefined {
  const digits = Math.abs(seconds)
    .toFixed(9)
    .replace(/\.?0+$/, "");
  return digits.includes("e")
    ? undefined
    : `${seconds < 0 ? "-" : ""}PT${digits}S`;
}

/** `duration as seconds`: ISO 8601 in the program, seconds on the wire. */
export const durationSeconds: Codec<string> = /* @__PURE__ */ numeric(
  "duration as seconds",
  durationOf,
  secondsOf,
);

/** `duration as milliseconds`: ISO 8601 in the program, milliseconds on the wire. */
export const durationMilliseconds: Codec<string> = /* @__PURE__ */ numeric(
  "duration as milliseconds",
  (value) => durationOf(value / 1000),
  (text) => secondsOf(text) * 1000,
);
