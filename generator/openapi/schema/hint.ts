import type { Json } from "../../model/described.js";
import { pascal } from "../names/words.js";

/** Where a schema stands: what it would be called if it needs a name, and how deep it lies. */
export interface Hint {
  /** `CreateUserRequestAddress`. */
  readonly name: string;
  /** The nearest field's or parameter's name, as on the wire; the empty text if there is none. */
  readonly field: string;
  readonly depth: number;
  /** In a parameter: a few values need no name. */
  readonly param?: boolean;
  /** The schema whose description stands with the field or parameter that it belongs to. */
  readonly documented?: Json;
}

export function hintOf(name: string, field = ""): Hint {
  return { name, field, depth: 0 };
}

export function fieldHint(hint: Hint, wire: string): Hint {
  return { name: `${hint.name}${pascal(wire)}`, field: wire, depth: hint.depth + 1 };
}

/** `OrderLines` holds `OrderLine`; what has no plural holds `...Item`. */
export function itemHint(hint: Hint): Hint {
  const { name } = hint;
  return { ...hint, name: singular(name) ?? `${name}Item`, depth: hint.depth + 1 };
}

export function singular(name: string): string | undefined {
  if (/(ss|us|is|[A-Z]s)$/.test(name)) return undefined;
  if (/[^aeiou]ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(x|ch|sh|sse)es$/.test(name)) return name.replace(/es$/, "");
  return /[a-z0-9]s$/.test(name) ? name.slice(0, -1) : undefined;
}

/** Whether two texts are one noun, perhaps in singular and plural. */
export function sameNoun(a: string, b: string): boolean {
  const forms = (text: string) => [text, singular(text) ?? text];
  return forms(a).some((form) => forms(b).includes(form));
}
