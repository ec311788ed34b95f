import { platform } from "./platform.js";

/** A variable's name and value, by the part of its name behind the service's prefix. */
export type Environment = (
  suffix: string,
) => readonly [name: string, value: string | undefined];

/** The variables that begin with `prefix`: trimmed, blank ones unset, each read once (CFG-1). */
export function environmentOf(
  prefix: string | undefined,
  variables: { readonly [name: string]: string | undefined } | undefined,
): Environment {
  const read: { [name: string]: string | undefined } = {};
  return (suffix) => {
    const name = `${prefix}_${suffix}`;
    if (prefix && !(name in read)) read[name] = lookUp(name, variables)?.trim();
    return [name, read[name] || undefined];
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
