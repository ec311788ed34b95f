import type { ScalarRef, TypeRef } from "../../model/type-ref.js";

/**
 * Stands for a type that could not be resolved and has been reported. It admits every value, so that no second finding follows
 * from the first; it is told by identity and never leaves the resolver, because a model with findings is not returned.
 */
export const unknownType: ScalarRef = { kind: "scalar", scalar: "json" };

export function isUnknown(ref: TypeRef): boolean {
  return ref === unknownType;
}
