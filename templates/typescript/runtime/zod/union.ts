import * as z from "zod";
import { kindOf, type JsonKind } from "../codecs/untagged-union.js";
import type { Members } from "./object.js";

/** A value that `choose` finds the schema of; where there is none, it says what it expects. */
function chosen<T>(
  choose: (value: unknown) => z.ZodType | string,
): z.ZodType<T, T> {
  return z
    .custom<T>(() => true)
    .check(({ value, issues }) => {
      const schema = choose(value);
      if (typeof schema !== "string")
        for (const issue of schema.safeParse(value).error?.issues ?? [])
          issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
      else
        issues.push({
          code: "custom",
          message: `Invalid input: expected ${schema}`,
          input: value,
        });
    });
}

function isObject(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject;
}

/** A variant with its tag among its members. */
function tagged(variant: z.ZodType, tag: string, name: string): z.ZodType {
  const own = { [tag]: z.literal(name) };
  if (!isObject(variant)) return z.intersection(z.looseObject(own), variant);
  const object = variant.extend(own);
  return object.def.catchall ? object : object.loose();
}

function own(value: unknown, name: string): unknown {
  return Object.hasOwn(Object(value) as object, name)
    ? (value as { readonly [name: string]: unknown })[name]
    : undefined;
}

/**
 * A union whose variants are told apart by the member `tag`, which lies beside
 * their own members. `"open"` takes variants that are not named as they are (JSON-9).
 */
export function taggedUnion<T>(
  tag: string,
  variants: () => Members,
  openness?: "open",
): z.ZodType<T, T> {
  return z.lazy(() => {
    const known = new Map(
      Object.entries(variants()).map(([name, variant]) => [
        name,
        tagged(variant, tag, name),
      ]),
    );
    const options = [...known.values()].filter(isObject);
    const [first, ...rest] = options;
    if (!openness && first && options.length === known.size)
      return z.discriminatedUnion(tag, [first, ...rest]) as z.ZodType<T, T>;
    const other = z.looseObject({
      [tag]: openness ? z.string() : z.literal([...known.keys()]),
    });
    return chosen<T>((value) => known.get(String(own(value, tag))) ?? other);
  });
}

/**
 * A union written as an object with one member, whose name is the variant.
 * `"open"` takes variants that are not named as they are.
 */
export function externalUnion<T>(
  variants: () => Members,
  openness?: "open",
): z.ZodType<T, T> {
  return chosen((value) => {
    const known = variants();
    const names = Object.keys(Object(value) as object).filter(
      (name) => own(value, name) !== undefined,
    );
    const [name, second] = names.filter((each) => Object.hasOwn(known, each));
    const isUnknown = name === undefined && openness && names.length === 1;
    if (isUnknown || (name !== undefined && second === undefined))
      return z.looseObject(name === undefined ? {} : { [name]: known[name] });
    return `an object with one of ${Object.keys(known).join(", ")}`;
  });
}

/** A variant: its JSON kind, its schema and, for an object, members it must have. */
export type Alternative = readonly [
  kind: JsonKind,
  schema: z.ZodType,
  ...required: string[],
];

/** A union without a tag: the first alternative of the value's kind with all its members is taken. */
export function untaggedUnion<T>(
  alternatives: () => readonly Alternative[],
): z.ZodType<T, T> {
  return chosen((value) => {
    const known = alternatives();
    const found = known.find(
      ([kind, , ...required]) =>
        kind === kindOf(value) &&
        required.every((name) => Object.hasOwn(value as object, name)),
    );
    const expected = known.map(([kind, , ...required]) =>
      [kind, ...required].join(" with "),
    );
    return found?.[1] ?? expected.join(" or ");
  });
}

/** Schemas that all hold for one value: an object's own members, and the unions that lie in it. */
export function allOf<T>(schemas: () => readonly z.ZodType[]): z.ZodType<T, T> {
  return z.lazy(() =>
    schemas().reduce((all, next) => z.intersection(all, next)),
  ) as z.ZodType<T, T>;
}
