import type { Member } from "../../model/types.js";
import type { TypeRef } from "../../model/type-ref.js";

/** What each type parameter stands for. */
export type Bindings = ReadonlyMap<string, TypeRef>;

export function bind(parameters: readonly string[], args: readonly TypeRef[]): Bindings {
  return new Map(
    parameters.flatMap((name, index) => {
      const arg = args[index];
      return arg ? [[name, arg] as const] : [];
    }),
  );
}

/** `nullable` of a reference, never of a nullable one: null is one value. */
export function nullable(of: TypeRef): TypeRef {
  return of.kind === "nullable" ? of : { kind: "nullable", of };
}

/** The reference with its type parameters replaced; what is not bound stays. */
export function substitute(ref: TypeRef, bindings: Bindings): TypeRef {
  if (bindings.size === 0) return ref;
  switch (ref.kind) {
    case "parameter":
      return bindings.get(ref.name) ?? ref;
    case "named":
      return ref.args.length === 0 ? ref : { ...ref, args: ref.args.map((arg) => substitute(arg, bindings)) };
    case "list":
    case "map":
      return { ...ref, of: substitute(ref.of, bindings) };
    case "nullable":
      return nullable(substitute(ref.of, bindings));
    default:
      return ref;
  }
}

export function substituteMember<M extends Member>(member: M, bindings: Bindings): M {
  return bindings.size === 0 ? member : { ...member, type: substitute(member.type, bindings) };
}
