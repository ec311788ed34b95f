import type { Json } from "../../model/described.js";
import type { Scalar, ScalarRef } from "../../model/type-ref.js";
import { compareDecimals, isDecimal } from "./decimals.js";
import { scalarKind } from "./json-kind.js";
import { integerBounds } from "../types/scalar-refs.js";

/** What the text of a scalar looks like where JSON has no kind for it (JSON-11 to JSON-13). */
const forms: ReadonlyMap<Scalar, { readonly form: RegExp; readonly name: string }> = new Map([
  ["uuid", { form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, name: "a UUID" }],
  ["date", { form: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, name: "a date (`2026-01-31`)" }],
  ["time", { form: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i, name: "a time (`23:59:59`)" }],
  [
    "datetime",
    {
      form: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i,
      name: "a date and time of RFC 3339 (`2026-01-31T23:59:59Z`)",
    },
  ],
  [
    "duration",
    { form: /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/, name: "an ISO 8601 duration (`PT30S`)" },
  ],
  ["url", { form: /^[a-z][a-z0-9+.-]*:\S+$/i, name: "an absolute URL" }],
  ["decimal", { form: /^-?\d+(\.\d+)?$/, name: "a decimal number" }],
  ["int64", { form: /^-?\d+$/, name: "an integer" }],
  ["uint64", { form: /^\d+$/, name: "an integer" }],
]);

const base64: ReadonlyMap<string, { readonly form: RegExp; readonly name: string }> = new Map([
  ["hex", { form: /^([0-9a-f]{2})*$/i, name: "hexadecimal" }],
  ["base64url", { form: /^[A-Za-z0-9_-]*={0,2}$/, name: "base64url" }],
  ["base64", { form: /^[A-Za-z0-9+/_-]*={0,2}$/, name: "base64" }],
]);

/** What keeps a JSON value from being a scalar: the kind, the form of the text, the range, a constraint. */
export function scalarMisfit(ref: ScalarRef, value: Json): string | undefined {
  const kind = scalarKind(ref);
  if (kind === "any") return undefined;
  if (typeof value !== kind && !isLongInteger(ref, value)) return `is not a ${kind === "boolean" ? "bool" : kind}`;
  const text = typeof value === "string" ? textMisfit(ref, value) : undefined;
  return text ?? rangeMisfit(ref, String(value)) ?? lengthMisfit(ref, value);
}

/** Integers that a double cannot hold are read as text, so that no digit is lost. */
function isLongInteger({ scalar }: ScalarRef, value: Json): boolean {
  return integerBounds(scalar) !== undefined && typeof value === "string" && /^-?\d+$/.test(value) && !Number.isSafeInteger(Number(value));
}

/** Whether a day that may be the 31st is one that its month has. */
function isCalendarDay(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= last;
}

function textMisfit({ scalar, encoding, constraints }: ScalarRef, value: string): string | undefined {
  const wanted = scalar === "bytes" ? base64.get(encoding ?? "base64") : forms.get(scalar);
  if (wanted && !wanted.form.test(value)) return `is not ${wanted.name}`;
  if ((scalar === "date" || scalar === "datetime") && !isCalendarDay(value)) return "is a day that its month does not have";
  if (constraints?.pattern === undefined) return undefined;
  return new RegExp(constraints.pattern, "u").test(value) ? undefined : `does not match /${constraints.pattern}/`;
}

const numeric: ReadonlySet<Scalar> = new Set(["int32", "int64", "uint32", "uint64", "float32", "float64", "decimal"]);

function rangeMisfit({ scalar, constraints }: ScalarRef, text: string): string | undefined {
  if (!numeric.has(scalar)) return undefined;
  const whole = integerBounds(scalar);
  if (whole && !/^-?\d+$/.test(text)) return "is not an integer";
  if (whole && (compare(text, whole.least) < 0 || compare(text, whole.most) > 0)) return `is outside ${scalar}`;
  return boundMisfit(constraints, (bound) => compare(text, bound), "");
}

/** Exact for plain digits; a double with an exponent (`1e-7`) is compared as the double it is. */
function compare(text: string, bound: string): number {
  return isDecimal(text) && isDecimal(bound) ? compareDecimals(text, bound) : Number(text) - Number(bound);
}

function lengthMisfit({ scalar, encoding, constraints }: ScalarRef, value: Json): string | undefined {
  if (typeof value !== "string" || (scalar !== "string" && scalar !== "bytes")) return undefined;
  const length = scalar === "string" ? Array.from(value).length : octets(value, encoding);
  return boundMisfit(constraints, (bound) => length - Number(bound), "length ");
}

function octets(value: string, encoding: ScalarRef["encoding"]): number {
  return encoding === "hex" ? value.length / 2 : Math.floor((value.replace(/=+$/, "").length * 3) / 4);
}

function boundMisfit(constraints: ScalarRef["constraints"], compareTo: (bound: string) => number, what: string): string | undefined {
  const { min, max } = constraints ?? {};
  if (min !== undefined && compareTo(String(min)) < 0) return `is below the least ${what}${min}`;
  return max !== undefined && compareTo(String(max)) > 0 ? `is above the greatest ${what}${max}` : undefined;
}
