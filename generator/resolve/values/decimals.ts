/** A number in plain decimal digits, as bounds are written: `-1`, `0.5`. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

export function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text);
}

/** Negative, zero or positive, like a sort's comparison; exact for any number of digits, which doubles are not. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(fraction(a).length, fraction(b).length);
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = ""] = text.split(".");
  return BigInt(whole + fraction(text).padEnd(places, "0"));
}

function fraction(text: string): string {
  return text.split(".")[1] ?? "";
}
