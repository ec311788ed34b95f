import { platform } from "./platform.js";

/** A variable by the part of its name behind the service's prefix. */
export type Environment = (suffix: string) => {
  /** Its whole name. */
  readonly name: string;
  /** Trimmed; blank counts as unset. */
  readonly value: string | undefined;
};

/** The variables that begin with `prefix`, each read once (CFG-1). */
export function environmentOf(
  prefix: string | undefined,
  variables: { readonly [name: string]: string | undefined } | undefined,
): Environment {
  const read = new Map<string, string | undefined>();
  return (suffix) => {
    const name = `${prefix}_${suffix}`;
    if (prefix && !read.has(name))
      read.set(name, lookUp(name, variables)?.trim() || undefined);
    return { name, value: read.get(name) };
  };
}

/** Unset, too, where the platform does not let programs see the environment. */
function lookUp(
  name: string,
  variables: { readonly [name: string]: string | undefined } | undefined,
): string | undefined {
  try {
    return (variables ?? platform().process?.env)?.[name];
  } catch {
    return undefined;
  }
}
