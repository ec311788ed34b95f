import type { Constraint } from "./constraints.js";

/** Sign, and digits before and after the point, of a decimal without exponent. */
function parts(text: string): [sign: number, whole: string, rest: string] {
  const [, minus, whole = "", fraction = ""] =
    /^(-?)0*(\d*)\.?(\d*)$/.exec(text) ?? [];
  let end = fraction.length;
  while (fraction[end - 1] === "0") end--;
  const rest = fraction.slice(0, end);
  return [minus && whole + rest ? -1 : 1, whole, rest];
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
function compare(a: string, b: string): number {
  const [signA, wholeA, restA] = parts(a);
  const [signB, wholeB, restB] = parts(b);
  if (signA !== signB) return signA - signB;
  const longer = wholeA.length - wholeB.length;
  const left = wholeA + "." + restA;
  const right = wholeB + "." + restB;
  return signA * (longer || (left < right ? -1 : Number(left > right)));
}

/** Decimals between two inclusive bounds, compared digit by digit. */
export function decimalRange(
  min: string | undefined,
  max?: string,
): Constraint {
  return (value) => {
    const text = String(value);
    // What is none is told by its codec.
    if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
    if (min !== undefined && compare(text, min) < 0)
      return `must be at least ${min}`;
    return max !== undefined && compare(text, max) > 0
      ? `must be at most ${max}`
      : undefined;
  };
}
