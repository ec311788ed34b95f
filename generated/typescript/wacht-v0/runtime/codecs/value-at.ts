/** The value at a dotted path, `errors.0.message`, if there is one. */
export function valueAt(json: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        Object.hasOwn(Object(value) as object, key)
          ? (value as { readonly [key: string]: unknown })[key]
          : undefined,
      json,
    );
}
