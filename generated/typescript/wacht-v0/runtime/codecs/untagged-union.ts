import type { Codec } from "./codec.js";

/** The JSON kinds that tell untagged variants apart. */
export type JsonKind = "string" | "number" | "boolean" | "list" | "object";

/** A variant: its JSON kind, its codec and, for an object, members it must have. */
export type Candidate = readonly [
  kind: JsonKind,
  codec: Codec<unknown>,
  ...required: string[],
];

/** The kind of a value in JSON, whichever type it has in the program. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "string";
  return typeof value === "bigint" ? "number" : typeof value;
}

/** A union without a tag: the first candidate of the value's kind with all its members is taken. */
export function untaggedUnion<T>(
  candidates: () => readonly Candidate[],
): Codec<T> {
  return {
    run(value, at) {
      const known = candidates();
      const found = known.find(
        ([kind, , ...required]) =>
          kind === kindOf(value) &&
          required.every((name) => Object.hasOwn(value as object, name)),
      );
      const expected = known.map(([kind, , ...required]) =>
        [kind, ...required].join(" with "),
      );
      return found
        ? found[1].run(value, at)
        : at.fail(expected.join(" | "), value);
    },
  };
}
