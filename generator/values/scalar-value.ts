import type { Json, ScalarRef } from "../model/index.js";
import { splitWords } from "../model/index.js";
import { scalarMisfit } from "../resolve/values/scalar-values.js";
import { matchingText } from "./matching-text.js";
import type { Random } from "./random.js";

const day = 86_400_000;
/** The first moment that generated times can have: 2026-01-15T09:30:00Z. */
const epoch = 1_768_469_400_000;

/** A value of a scalar in wire form that keeps its constraints; `name` is what it is called, which texts are made of. */
export function scalarValue(ref: ScalarRef, name: string, random: Random): Json {
  const candidates = [...usual(ref, name, random), ...atBounds(ref)];
  return candidates.find((value) => scalarMisfit(ref, value) === undefined) ?? candidates[0] ?? null;
}

function usual(ref: ScalarRef, name: string, random: Random): readonly Json[] {
  switch (ref.scalar) {
    case "string":
      return [text(ref, name, random)];
    case "bool":
      return [random.happens(0.5)];
    case "int32":
    case "uint32":
      return [random.integer(1, 100), 1, 0];
    case "int64":
    case "uint64":
      return asText(ref, [random.integer(1, 100_000), 1, 0]);
    case "float32":
    case "float64":
      return [random.integer(4, 400) / 4, 0.5, 0];
    case "decimal":
      return ref.encoding === "number" ? [19.9, 0.5, 0] : ["19.90", "0.50", "0"];
    case "bytes":
      return [bytes(ref, random)];
    case "uuid":
      return [uuid(random)];
    case "url":
      return [`https://example.com/${splitWords(name).join("-")}`];
    case "json":
      return [{ [name === "" ? "note" : name]: "any JSON" }];
    default:
      return [moment(ref, epoch + random.integer(0, 300) * day + random.integer(0, 1439) * 60_000)];
  }
}

function asText({ encoding }: ScalarRef, values: readonly number[]): readonly Json[] {
  return encoding === "string" ? values.map(String) : values;
}

/** Where the usual value lies outside of the bounds, what lies on them or between them does not. */
function atBounds({ scalar, encoding, constraints }: ScalarRef): readonly Json[] {
  const { min, max } = constraints ?? {};
  const bounds = [min, max].filter((bound) => bound !== undefined);
  const wide = scalar === "int64" || scalar === "uint64" || scalar === "decimal";
  if (wide) return bounds.flatMap((bound) => (encoding === "number" ? [Number(bound)] : [Number(bound), String(bound)]));
  const [low, high] = [Number(min ?? max), Number(max ?? min)];
  return bounds.length === 0 ? [] : [Math.round((low + high) / 2), (low + high) / 2, low, high];
}

function text({ constraints }: ScalarRef, name: string, random: Random): string {
  const { min, max, pattern } = constraints ?? {};
  const lengths = { min: Number(min ?? 0), max: Number(max ?? Infinity) };
  if (pattern !== undefined) return matchingText(pattern, lengths, random);
  const words = splitWords(name).join(" ");
  const readable = `${words === "" ? "text" : words} ${random.integer(1, 99)}`;
  return Array.from(readable.padEnd(lengths.min, " and more").trimEnd().padEnd(lengths.min, ".")).slice(0, lengths.max).join("");
}

function bytes({ encoding, constraints }: ScalarRef, random: Random): string {
  const { min, max } = constraints ?? {};
  const length = Math.min(Math.max(Number(min ?? 0), 12), Number(max ?? Infinity));
  const value = Buffer.from(Array.from({ length }, () => random.integer(0, 255)));
  return value.toString(encoding === "hex" || encoding === "base64url" ? encoding : "base64");
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join("");
  const variant = random.pick(["8", "9", "a", "b"]);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Dates, times and durations, each in its encoding. */
export function moment({ scalar, encoding }: ScalarRef, milliseconds: number): Json {
  if (scalar === "duration") return encoding === "seconds" ? 30 : encoding === "milliseconds" ? 30_000 : "PT30S";
  if (encoding === "unix_ms") return milliseconds;
  if (encoding === "unix") return Math.floor(milliseconds / 1000);
  const text = new Date(milliseconds).toISOString().replace(".000Z", "Z");
  const [date = "", time = ""] = text.split("T");
  return scalar === "date" ? date : scalar === "time" ? time : text;
}
