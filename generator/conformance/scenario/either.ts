import { z, type ZodType } from "zod";
import { variantsOf, type Variants } from "../../syntax/shapes/shape.js";

/** One of several kinds of YAML values, told apart by what stands there. */
export function either<
  S extends ZodType = never,
  L extends ZodType = never,
  M extends ZodType = never,
  E extends true | undefined = undefined,
>(kinds: {
  scalar?: S;
  list?: L;
  mapping?: M;
  empty?: E;
}): ZodType<z.output<S> | z.output<L> | z.output<M> | (E extends true ? null : never)> {
  // Null comes first: a coerced text would take it.
  const options = [kinds.empty ? z.null() : undefined, kinds.mapping, kinds.list, kinds.scalar].filter((each) => each !== undefined);
  const union = z.union(options);
  variantsOf.set(union, kinds as Variants);
  return union as ZodType as ReturnType<typeof either<S, L, M, E>>;
}
