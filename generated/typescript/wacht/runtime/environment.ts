import { platform } from "./platform.js";

/** A variable's name and value, by the part of its name behind the service's prefix. */
export type Environment = (
  suffix: string,
) => readonly [name: string, value: string | undefined];

/** The variables that begin with `prefix`: trimmed, blank ones unset (CFG-1). */
export function environmentOf(
  prefix: string | undefined,
  variables: { readonly [name: string]: string | undefined } | undefined,
): Environment {
  return (suffix) => {
    const name = `${prefix}_${suffix}`;
    let value: string | undefined;
    try {
      const all = variables ?? platform().process?.env;
      if (prefix) value = all?.[name]?.trim() || undefined;
    } catch {
      // Deno does not let every program see its environment.
    }
    return [name, value];
  };
}
