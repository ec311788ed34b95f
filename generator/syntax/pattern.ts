const refused: readonly { readonly form: RegExp; readonly what: string }[] = [
  { form: /^\(\?<?[=!]/, what: "a look-around" },
  { form: /^\(\?>/, what: "an atomic group" },
  { form: /^\(\?P/, what: "a `(?P` group" },
  { form: /^\(\?</, what: "a named group" },
  { form: /^\(\?(?!:)/, what: "an inline flag" },
  { form: /^\\[1-9k]/, what: "a back-reference" },
  { form: /^\\[uxcAzZGQEC]/, what: "an escape that not every language has" },
  { form: /^(?:[*+?]|\{\d*,?\d*\})\+/, what: "a possessive quantifier" },
];

/** Largest repeat count that RE2 accepts. */
const longestRepeat = 1000;

/**
 * Why a pattern cannot be used in every language, or undefined if it can: the subset is RE2's (no look-around, no back-reference),
 * within what JavaScript reads under the `u` flag. `at` and `length` tell the piece; a pattern that is broken as a whole has none.
 */
export function patternProblem(pattern: string): PatternProblem | undefined {
  let inClass = false;
  for (let at = 0; at < pattern.length; at += pattern[at] === "\\" ? 2 : 1) {
    const problem = problemAt(pattern.slice(at), inClass);
    if (problem) return { ...problem, at };
    if (pattern[at] === "[") inClass = true;
    if (pattern[at] === "]") inClass = false;
  }
  return compiles(pattern) ? undefined : { what: "a syntax error" };
}

interface PatternProblem {
  readonly what: string;
  readonly at?: number;
  readonly length?: number;
}

function problemAt(rest: string, inClass: boolean): PatternProblem | undefined {
  const found = refused.find(({ form }) => (inClass && !rest.startsWith("\\") ? false : form.test(rest)));
  if (found) return { what: found.what, length: found.form.exec(rest)?.[0].length ?? 1 };
  const repeat = inClass ? null : /^\{(\d+)(?:,(\d*))?\}/.exec(rest);
  if (!repeat || Math.max(Number(repeat[1]), Number(repeat[2] ?? 0)) <= longestRepeat) return undefined;
  return { what: `a repeat count over ${longestRepeat}`, length: repeat[0].length };
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").source !== "";
  } catch {
    return false;
  }
}
