const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `250ms`, `1.5s`, `2m`; a bare number is milliseconds. NaN if it is none. */
export function milliseconds(text: string): number {
  const [, digits, unit = "ms"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim()) ?? [];
  return digits === undefined ? NaN : Number(digits) * (units[unit] ?? NaN);
}
