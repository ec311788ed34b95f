import type { ScalarRef, TypeRef } from "../../model/index.js";
import { FromLogical } from "./from-logical.js";
import type { Bag } from "./types.js";

/** Logical values as JSON text that travels: for a language whose programs have values that JavaScript has not. */
export class ToWire extends FromLogical {
  text(value: unknown, ref: TypeRef): string {
    return written(this.value(value, ref));
  }

  protected override file({ $file: file }: Bag): unknown {
    const { text, base64 } = Object(file) as Bag;
    return text === undefined ? base64 : Buffer.from(String(text)).toString("base64");
  }

  protected override scalar(value: unknown, { scalar, encoding }: ScalarRef): unknown {
    if (scalar === "bytes" && typeof value === "string" && encoding) {
      return Buffer.from(value, "base64").toString(encoding === "hex" ? "hex" : "base64url");
    }
    if (/^u?int64$/.test(scalar)) return encoding === "string" || !/^-?\d+$/.test(String(value)) ? asText(value, encoding) : digits(value);
    if (scalar === "decimal" && encoding === "number") return digits(value);
    if (scalar === "datetime" && encoding && typeof value === "string") {
      return digits(encoding === "unix" ? Date.parse(value) / 1000 : Date.parse(value));
    }
    if (scalar === "duration" && encoding && typeof value === "string") {
      const length = seconds(value);
      return length === undefined ? value : digits(length * (encoding === "seconds" ? 1 : 1000));
    }
    return value;
  }
}

function asText(value: unknown, encoding: string | undefined): unknown {
  return encoding === "string" && typeof value === "number" ? String(value) : value;
}

/** A number whose digits are written as they are. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function digits(value: unknown): Digits {
  return new Digits(String(value));
}

function written(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${written(item)}`).join(",")}}`;
}

/** `PT1M30.5S` in seconds; undefined for what has no such length. */
function seconds(text: string): number | undefined {
  const found = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  if (!found) return undefined;
  const [, sign, days = 0, hours = 0, minutes = 0, rest = 0] = found;
  const all = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
  return sign ? -all : all;
}
