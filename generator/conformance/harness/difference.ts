/** Where two values differ: the first place, with what is there; undefined if they are equal. Numbers by value, kinds exactly. */
export function difference(expected: unknown, actual: unknown, path: string): string | undefined {
  if (isList(expected) && isList(actual)) {
    if (expected.length !== actual.length) return `${path} has ${actual.length} items, not ${expected.length}: ${shown(actual)}`;
    return first(expected.map((item, index) => difference(item, actual[index], `${path}[${index}]`)));
  }
  if (isBag(expected) && isBag(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return first(keys.map((key) => memberDifference(expected, actual, key, path)));
  }
  return Object.is(expected, actual) || (expected === 0 && actual === 0)
    ? undefined
    : `${path} is ${shown(actual)}, not ${shown(expected)}`;
}

/** The same, but `actual` may have members that nobody asked about; null asks for nothing. `mentions` and the like are the caller's. */
export function missing(expected: unknown, actual: unknown, path: string): string | undefined {
  if (isBag(expected) && isBag(actual)) {
    return first(
      Object.entries(expected).map(([key, value]) => missing(value, Object.hasOwn(actual, key) ? actual[key] : null, `${path}.${key}`)),
    );
  }
  const pattern = typeof expected === "string" ? /^\/(.*)\/$/s.exec(expected)?.[1] : undefined;
  if (pattern !== undefined && typeof actual === "string")
    return new RegExp(pattern, "u").test(actual) ? undefined : `${path} is ${shown(actual)}, which does not match ${String(expected)}`;
  return difference(expected, actual ?? null, path);
}

function memberDifference(expected: Bag, actual: Bag, key: string, path: string): string | undefined {
  const here = `${path}.${key}`;
  if (!Object.hasOwn(actual, key)) return `${here} is missing; expected ${shown(expected[key])}`;
  if (!Object.hasOwn(expected, key)) return `${here} is ${shown(actual[key])}, and should not be there`;
  return difference(expected[key], actual[key], here);
}

type Bag = { readonly [key: string]: unknown };

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function first(found: readonly (string | undefined)[]): string | undefined {
  return found.find((each) => each !== undefined);
}

/** A value on one line, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
