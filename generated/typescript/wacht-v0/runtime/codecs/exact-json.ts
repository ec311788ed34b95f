import type { PathKey, Walk } from "./codec.js";

/** The integer a number token stands for, if it is one: `1.5e1` is 15. */
function integerOf(text: string): bigint | undefined {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^(-?\d+)(?:\.(\d+))?(?:e(.+))?$/i.exec(text) ?? [];
  const shift = Number(exponent) - fraction.length;
  const digits = whole + fraction;
  if (shift >= 0)
    return shift < 40 ? BigInt(digits + "0".repeat(shift)) : undefined;
  return /^0*$/.test(digits.slice(shift))
    ? BigInt(digits.slice(0, shift))
    : undefined;
}

/** A double where it is exact, or no integer; else a `bigint`. */
function numberOf(text: string): number | bigint {
  const number = Number(text);
  const lossy = Number.isInteger(number) && !Number.isSafeInteger(number);
  return (lossy ? integerOf(text) : undefined) ?? number;
}

/** Cuts JSON text into tokens; strings without recursion, however long. */
function tokenizer(text: string): () => string {
  const other = /\s*([{}[\],:"]|[^\s{}[\],:"]+)/y;
  let position = 0;
  return () => {
    other.lastIndex = position;
    const token = other.exec(text)?.[1] ?? "";
    const start = other.lastIndex - 1;
    position = other.lastIndex;
    if (token !== '"') return token;
    while (text[position] !== '"') position += text[position] === "\\" ? 2 : 1;
    return text.slice(start, ++position);
  };
}

/** Parses JSON text that `JSON.parse` has accepted before, large integers as `bigint`. */
function parseExact(text: string): unknown {
  const next = tokenizer(text);
  const members = (end: string, add: (first: string) => void): void => {
    for (let token = next(); token !== end; token = next())
      add(token === "," ? next() : token);
  };
  const valueOf = (token: string): unknown => {
    if (token === "[") {
      const list: unknown[] = [];
      members("]", (first) => list.push(valueOf(first)));
      return list;
    }
    if (token === "{") {
      const entries: [string, unknown][] = [];
      members("}", (key) => {
        next();
        entries.push([JSON.parse(key) as string, valueOf(next())]);
      });
      return Object.fromEntries(entries);
    }
    return /^[-\d]/.test(token) ? numberOf(token) : JSON.parse(token);
  };
  return valueOf(next());
}

const trees = new WeakMap<Walk, unknown>();

/**
 * The value at hand as the JSON text has it: an integer that a double cannot hold
 * is a `bigint` (JSON-10). The text is read again once, however many there are.
 */
export function exactAt(at: Walk): unknown {
  if (!trees.has(at)) trees.set(at, parseExact(at.text ?? "null"));
  return at.path.reduce<unknown>(
    (value, key) => (value as { readonly [key: PathKey]: unknown })[key],
    trees.get(at),
  );
}

/** Writes JSON like `JSON.stringify`, with `bigint` as a number. */
export function stringifyExact(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value))
    return `[${value.map((item) => stringifyExact(item) ?? "null").join()}]`;
  if (typeof value !== "object" || value === null || "toJSON" in value)
    return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([key, member]): string[] => {
    const text = stringifyExact(member) as string | undefined;
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${members.join()}}`;
}
