import * as z from "zod";

/** Any value of the kind of `values`, which a newer service may have more of (JSON-8). */
export function openEnum<T extends string | number>(
  values: readonly T[],
): z.ZodType<T, T> {
  const other = typeof values[0] === "number" ? z.number() : z.string();
  const open: z.ZodType = z.union([z.literal(values), other]);
  return open as z.ZodType<T, T>;
}
