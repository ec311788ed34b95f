import type { PathKey } from "./codec.js";

/** `data[0].title`; names that are no identifiers are quoted: `["a b"]`. */
export function placeText(path: readonly PathKey[]): string {
  return path
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[A-Za-z_$][\w$]*$/.test(key)
        ? `.${key}`
        : `[${JSON.stringify(key)}]`;
    })
    .join("");
}

/** What a value is, for people: its JSON kind, and the number itself where it is one. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return /number|bigint/.test(typeof value) ? `${value}` : typeof value;
}
