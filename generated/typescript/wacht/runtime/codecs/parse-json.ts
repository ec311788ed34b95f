import { Mismatch } from "./mismatch.js";

/** Whether `value` nests deeper than `levels`. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    levels < 1 ||
    Object.values(value).some((member) => isDeeper(member, levels - 1))
  );
}

/** Parses JSON text that this client is willing to read: at most 128 levels (JSON-14). */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Mismatch("$", "JSON", "other text", text);
  }
  // 129 levels have as many brackets twice.
  if (text.length > 256 && isDeeper(value, 128))
    throw new Mismatch("$", "at most 128 levels", "more", text);
  return value;
}
