import type { Constraints, Deprecation, Described, Json, Prose, TypeRef } from "heddle/template";

/** What a doc comment says about anything that has a name. */
export function described(node: Described): { doc?: string; deprecated?: Prose | true; since?: string } {
  return {
    ...(node.doc !== undefined && { doc: node.doc }),
    ...(node.deprecated && { deprecated: deprecation(node.deprecated) }),
    ...(node.since !== undefined && { since: node.since }),
  };
}

function deprecation({ since, use, doc = "" }: Deprecation): Prose | true {
  if (use === undefined) return [since === undefined ? "" : `Since ${since}.`, doc].filter(Boolean).join(" ") || true;
  return `${since === undefined ? "Use" : `Since ${since}, use`} \`${use}\` instead. ${doc}`.trimEnd();
}

/** A value as text and notes: `Number of results. 1 to 100. Default: 50.` */
export function valueDoc(node: Described & { type: TypeRef; default?: Json; secret?: boolean; name: string }): string {
  const notes = [
    ...constraintNotes(node.type),
    ...(node.default === undefined ? [] : [`Default: \`${JSON.stringify(node.default)}\`.`]),
    ...(node.secret ? ["Secret: keep it out of logs."] : []),
  ];
  const doc = node.doc ?? `The field \`${node.name}\`.`;
  return notes.length === 0 ? doc : `${sentence(doc.trimEnd())} ${notes.join(" ")}`;
}

function sentence(text: string): string {
  return /[.!?:\u2026][)"'*_`]*$/.test(text) ? text : `${text}.`;
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
  return [...between(min, max, unit), ...(pattern === undefined ? [] : [`Matches \`${pattern}\`.`])];
}

function between(min: number | string | undefined, max: number | string | undefined, unit: string): readonly string[] {
  const of = (count: number | string): string => `${count}${String(count) === "1" ? unit.replace(/s$/, "") : unit}`;
  if (min !== undefined && max !== undefined) return [min === max ? `Exactly ${of(min)}.` : `${min} to ${max}${unit}.`];
  return min !== undefined ? [`At least ${of(min)}.`] : max !== undefined ? [`At most ${of(max)}.`] : [];
}
