import type { Codec, Walk } from "./codec.js";
import { exactAt, stringifyExact } from "./exact-json.js";

/** Where a 64-bit integer lives: in JSON as a number or as text, in the program as `H`. */
interface Form<H> {
  readonly name: string;
  readonly unsigned?: boolean;
  readonly text?: boolean;
  /** Undefined if `H` cannot hold it. */
  give(value: bigint): H | undefined;
}

function fits(value: bigint, unsigned: boolean | undefined): boolean {
  return unsigned
    ? BigInt.asUintN(64, value) === value
    : BigInt.asIntN(64, value) === value;
}

/** Looks at the text again where `JSON.parse` may have rounded. */
function fromNumber(value: unknown, at: Walk): bigint | undefined {
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  const exact = at.encoding || !Number.isInteger(value) ? value : exactAt(at);
  return typeof exact === "bigint" ? exact : undefined;
}

const fromText = (value: unknown): bigint | undefined =>
  typeof value === "string" && /^-?(0|[1-9]\d*)$/.test(value)
    ? BigInt(value)
    : undefined;

function toJson(value: bigint, text: boolean | undefined, at: Walk): unknown {
  if (text) return String(value);
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  at.stringify = stringifyExact;
  return value;
}

function int64Codec<H>({ name, unsigned, text, give }: Form<H>): Codec<H> {
  return {
    run(value, at) {
      const number = text && !at.encoding ? undefined : fromNumber(value, at);
      const digits = text || at.encoding ? fromText(value) : undefined;
      const exact = number ?? digits;
      if (exact === undefined || !fits(exact, unsigned))
        return at.fail(name, value);
      return at.encoding
        ? toJson(exact, text, at)
        : (give(exact) ?? at.fail(name, value));
    },
  };
}

const asBigint = (value: bigint): bigint => value;

const asNumber = (value: bigint): number | undefined =>
  Number.isSafeInteger(Number(value)) ? Number(value) : undefined;

/** Exact: `bigint` in the program, a number on the wire (JSON-10). */
export const int64: Codec<bigint> = /* @__PURE__ */ int64Codec({
  name: "int64",
  give: asBigint,
});

export const uint64: Codec<bigint> = /* @__PURE__ */ int64Codec({
  name: "uint64",
  unsigned: true,
  give: asBigint,
});

/** `int64 as string`: `bigint` in the program, text on the wire. */
export const int64Text: Codec<bigint> = /* @__PURE__ */ int64Codec({
  name: "int64 as string",
  text: true,
  give: asBigint,
});

export const uint64Text: Codec<bigint> = /* @__PURE__ */ int64Codec({
  name: "uint64 as string",
  unsigned: true,
  text: true,
  give: asBigint,
});

/** A `number` in the program; one that it cannot hold is an error, never rounded. */
export const int64Number: Codec<number> = /* @__PURE__ */ int64Codec({
  name: "int64 within 2^53",
  give: asNumber,
});

export const uint64Number: Codec<number> = /* @__PURE__ */ int64Codec({
  name: "uint64 within 2^53",
  unsigned: true,
  give: asNumber,
});

export const int64TextNumber: Codec<number> = /* @__PURE__ */ int64Codec({
  name: "int64 within 2^53 as string",
  text: true,
  give: asNumber,
});

export const uint64TextNumber: Codec<number> = /* @__PURE__ */ int64Codec({
  name: "uint64 within 2^53 as string",
  unsigned: true,
  text: true,
  give: asNumber,
});

/** Decimal digits in the program, a number on the wire. */
export const int64String: Codec<string> = /* @__PURE__ */ int64Codec({
  name: "int64",
  give: String,
});

export const uint64String: Codec<string> = /* @__PURE__ */ int64Codec({
  name: "uint64",
  unsigned: true,
  give: String,
});

export const int64TextString: Codec<string> = /* @__PURE__ */ int64Codec({
  name: "int64 as string",
  text: true,
  give: String,
});

export const uint64TextString: Codec<string> = /* @__PURE__ */ int64Codec({
  name: "uint64 as string",
  unsigned: true,
  text: true,
  give: String,
});
