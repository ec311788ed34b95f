import type { Json, ScalarRef } from "../../model/index.js";
import type { Options } from "./options.js";

/** A value as a program has it: 64-bit integers, bytes, and what is a number on the wire but a text here are not what they are in JSON. */
export type Value = string | number | bigint | boolean | null | Uint8Array | readonly Value[] | { readonly [key: string]: Value };

/** The value that a JSON value of a scalar stands for. */
export function scalarValueOf(value: Json, { scalar, encoding }: ScalarRef, int64: Options["int64"]): Value {
  const isWide = scalar === "int64" || scalar === "uint64";
  if (isWide && (typeof value === "number" || typeof value === "string")) return wideInteger(value, int64);
  if (scalar === "bytes" && typeof value === "string") return bytes(value, encoding === "hex" ? "hex" : "base64");
  return typeof value === "number" && encoding !== undefined ? textOf(value, encoding) : value;
}

/** A 64-bit integer as the program has it. */
export function wideInteger(value: number | string, int64: Options["int64"]): Value {
  if (int64 === "bigint") return BigInt(value);
  return int64 === "number" ? Number(value) : String(value);
}

/** What `typeof` says of a scalar's values in JSON. */
export function jsonTypeOf({ scalar, encoding }: ScalarRef): "boolean" | "number" | "string" {
  if (scalar === "bool") return "boolean";
  const isNumber = /^u?int|^float/.test(scalar) ? encoding !== "string" : encoding !== undefined && scalar !== "bytes";
  return isNumber ? "number" : "string";
}

function bytes(text: string, encoding: "hex" | "base64"): Uint8Array {
  return Uint8Array.from(Buffer.from(text, encoding));
}

/** What travels as a number is a text in the program. */
function textOf(value: number, encoding: NonNullable<ScalarRef["encoding"]>): string {
  switch (encoding) {
    case "unix":
    case "unix_ms":
      return new Date(encoding === "unix" ? value * 1000 : value).toISOString().replace(/\.?0*Z$/, "Z");
    case "seconds":
    case "milliseconds":
      return `PT${encoding === "seconds" ? value : value / 1000}S`;
    default:
      return String(value);
  }
}
