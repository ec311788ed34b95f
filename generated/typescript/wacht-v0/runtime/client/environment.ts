import { platform } from "./platform.js";

/** A variable's name and value, by the part of its name behind the service's prefix. */
export type Environment = (
  suffix: string,
) => readonly [name: string, value: string];

/** The variables that begin with `prefix`: trimmed, unset ones empty (CFG-1). */
export function environmentOf(
  prefix: string | undefined,
  variables: { readonly [name: string]: string | undefined } | undefined,
): Environment {
  return (suffix) => {
    const name = `${prefix}_${suffix}`;
    try {
      const all = variables ?? platform().process?.env;
      return [name, (prefix && all?.[name]?.trim()) || ""];
    } catch {
      // Deno does not let every program see its environment.
      return [name, ""];
    }
  };
}
