/** Which keys of an object are written, in which order, and how its values continue. A list has the shape of its items. */
export interface Shape {
  readonly item: Shape;
  entries(value: object): readonly { readonly key: string; readonly value: unknown; readonly shape: Shape }[];
}

/** The author's own data: every key, as it stands. */
export const json: Shape = {
  get item() {
    return json;
  },
  entries: (value) => Object.entries(value).map(([key, inner]) => ({ key, value: inner as unknown, shape: json })),
};

type Part = Shape | (() => Shape);

/** Names every key of `T` but its place: a key that is added to an interface must be added here to compile. */
export type Keys<T> = { readonly [K in Exclude<keyof T, "origin">]-?: Part };

export function object<T>(keys: Keys<T>): Shape {
  const parts: readonly [string, Part][] = Object.entries(keys);
  const shape: Shape = {
    get item() {
      return shape;
    },
    entries: (value) => {
      const present = new Map<string, unknown>(Object.entries(value));
      return parts
        .filter(([key]) => present.get(key) !== undefined)
        .map(([key, part]) => ({ key, value: present.get(key), shape: typeof part === "function" ? part() : part }));
    },
  };
  return shape;
}

/** Chooses by `kind`, as the interfaces do. */
export function byKind(shapes: { readonly [kind: string]: Shape }): Shape {
  const known = new Map(Object.entries(shapes));
  const shape: Shape = {
    get item() {
      return shape;
    },
    entries: (value) => (known.get(String("kind" in value && value.kind)) ?? json).entries(value),
  };
  return shape;
}
