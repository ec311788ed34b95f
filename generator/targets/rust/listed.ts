import type { LiteralRef, TypeDef } from "../../model/index.js";

/** The literals that a name stands for (`"new" | 7 | true`): an enumeration in all but its keyword. Undefined for other types. */
export function listedIn(type: TypeDef): readonly LiteralRef["value"][] | undefined {
  if (type.kind !== "alias" || type.type.kind !== "choice") return undefined;
  const values = type.type.of.flatMap((ref) => (ref.kind === "literal" ? [ref.value] : []));
  return values.length === type.type.of.length ? values : undefined;
}

/** Which of a type's names is that of the variant for a literal. */
export function literalRole(value: LiteralRef["value"]): string {
  return `literal ${JSON.stringify(value)}`;
}
