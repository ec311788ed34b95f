import type { Constraints, Deprecation, Described, Json, TypeRef } from "heddle/template";

/** What a doc comment says about anything that has a name. */
export function described(node: Described): { doc?: string; deprecated?: string | true; since?: string } {
  return {
    ...(node.doc !== undefined && { doc: node.doc }),
    ...(node.deprecated && { deprecated: deprecation(node.deprecated) }),
    ...(node.since !== undefined && { since: node.since }),
  };
}

/** What a deprecation says; true if it says no more than that. */
export function deprecation({ since, use, doc }: Deprecation): string | true {
  const parts = [since && `since ${since}`, use && `use \`${use}\` instead`].filter(Boolean).join(", ");
  const sentence = parts === "" ? "" : `${parts[0]?.toUpperCase()}${parts.slice(1)}.`;
  return [sentence, doc].filter(Boolean).join(" ") || true;
}

/** A value as text and notes: `Number of results. 1 to 100. Default: 50.` */
export function valueDoc(node: Described & { type: TypeRef; default?: Json }): string {
  const notes = [...constraintNotes(node.type), ...(node.default === undefined ? [] : [`Default: \`${JSON.stringify(node.default)}\`.`])];
  return [node.doc === undefined || notes.length === 0 ? node.doc : sentence(node.doc), ...notes]
    .filter((part) => part !== undefined)
    .join(" ");
}

function sentence(text: string): string {
  return /[.!?:)`]\s*$/.test(text) ? text.trimEnd() : `${text.trimEnd()}.`;
}

function constraintNotes(ref: TypeRef): readonly string[] {
  switch (ref.kind) {
    case "nullable":
      return constraintNotes(ref.of);
    case "list":
      return between(ref.minItems, ref.maxItems, " items");
    case "scalar":
      return ref.constraints ? scalarNotes(ref.scalar, ref.constraints) : [];
    default:
      return [];
  }
}

function scalarNotes(scalar: string, { min, max, pattern }: Constraints): readonly string[] {
  const unit = scalar === "bytes" ? " bytes" : /^(u?int|float|decimal)/.test(scalar) ? "" : " characters";
  return [...between(min, max, unit), ...(pattern === undefined ? [] : [`Matches \`/${pattern}/\`.`])];
}

function between(min: number | string | undefined, max: number | string | undefined, unit: string): readonly string[] {
  const of = (count: number | string): string => `${count}${String(count) === "1" ? unit.replace(/s$/, "") : unit}`;
  if (min !== undefined && max !== undefined) return [min === max ? `Exactly ${of(min)}.` : `${min} to ${of(max)}.`];
  return min !== undefined ? [`At least ${of(min)}.`] : max !== undefined ? [`At most ${of(max)}.`] : [];
}
