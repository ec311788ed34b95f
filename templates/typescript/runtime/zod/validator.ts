import type * as z from "zod";

/** A schema that takes values of a generated type and gives them back. */
export type Validator<T> = z.ZodType<T, T>;

/** A schema for each member of an object type; what may be absent must not be `undefined`. */
export type Shape<T> = {
  [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K>
    ? z.ZodExactOptional<Validator<Required<T>[K]>>
    : Validator<T[K]>;
};

/** The schema of an object type, with all that zod offers for objects: `shape`, `pick`, `extend`. */
export type ObjectValidator<T> = z.ZodObject<Shape<T>>;
