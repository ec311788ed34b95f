import type { Model, TypeDef, TypeRef } from "../../model/index.js";
import { refsOfType } from "../../model/index.js";

/**
 * Whether a value of a type would hold another one of `owner` in itself, so that its size had no end: then it stands in a box. Lists and
 * maps hold their items elsewhere.
 */
export function recursion(model: Model): (ref: TypeRef, owner: TypeDef) => boolean {
  const types = new Map(model.types.map((type) => [type.name, type]));
  const held = new Map(model.types.map((type) => [type.name, refsOfType(type).flatMap(directNames)]));
  const reached = new Map<string, ReadonlySet<string>>();

  function reachable(from: string): ReadonlySet<string> {
    const known = reached.get(from);
    if (known) return known;
    const found = new Set<string>();
    const waiting = [from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(held.get(next) ?? []));
    }
    reached.set(from, found);
    return found;
  }

  return (ref, owner) => directNames(ref).some((name) => types.has(name) && reachable(name).has(owner.name));
}

/** The declared types that a value of a type has in itself. */
function directNames(ref: TypeRef): readonly string[] {
  switch (ref.kind) {
    case "named":
      return [ref.name, ...ref.args.flatMap(directNames)];
    case "nullable":
      return directNames(ref.of);
    case "choice":
      return ref.of.flatMap(directNames);
    default:
      return [];
  }
}
