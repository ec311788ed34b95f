import type { Json } from "../model/index.js";

/** A JSON object. */
export type Fields = { readonly [name: string]: Json };

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at a path of keys and list positions; undefined if the path leads nowhere. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let found = value;
  for (const key of path) found = isFields(found) ? found[key] : isList(found) ? found[Number(key)] : undefined;
  return found;
}

/** A copy with another value at a path; objects and lists on the way that are not there are made. */
export function withValueAt(value: Json | undefined, [key, ...rest]: readonly string[], next: Json): Json {
  if (key === undefined) return next;
  if (/^\d+$/.test(key) && !isFields(value)) {
    const items = isList(value) ? [...value] : [];
    items[Number(key)] = withValueAt(items[Number(key)], rest, next);
    return items;
  }
  const fields = isFields(value) ? value : {};
  return { ...fields, [key]: withValueAt(fields[key], rest, next) };
}
