const units: Readonly<Record<string, number>> = { "": 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** Bytes of a text like `64 MB` or `500kB`; undefined if it is none. */
export function parseSize(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,9}) ?([kmg]?b)?$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (units[(unit ?? "").toLowerCase()] ?? 1);
}
