/** Licences of dependencies that anybody may ship in a program of their own; each is there because some crate has nothing else. */
export const allowed: ReadonlySet<string> = new Set([
  "MIT",
  "Apache-2.0",
  "BSD-3-Clause",
  "ISC",
  "Unicode-3.0",
  "Zlib",
  // The certificate authorities of `webpki-roots`, which are data.
  "CDLA-Permissive-2.0",
]);

/** Whether an SPDX expression can be kept to with the licences that are allowed. `/` is what `OR` was once. */
export function isAllowed(expression: string): boolean {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const next = (): string | undefined => tokens[at++];
  const take = (word: string): boolean => tokens[at] === word && ++at > 0;

  function any(): boolean {
    let holds = all();
    while (take("OR")) holds = all() || holds;
    return holds;
  }

  function all(): boolean {
    let holds = one();
    while (take("AND")) holds = one() && holds;
    return holds;
  }

  function one(): boolean {
    if (take("(")) {
      const holds = any();
      return take(")") && holds;
    }
    const holds = allowed.has(next() ?? "");
    // An exception only takes conditions away.
    if (take("WITH")) next();
    return holds;
  }

  return any() && at === tokens.length;
}
