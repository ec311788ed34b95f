/** A noun with its article: `a field`, `an operation`. */
export function phrase(noun: string): string {
  return `${/^([aeio]|u(?!ni))/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** `a`, `b` or `c`, each as code. */
export function choices(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}
