import { isExposed } from "./base-url.js";
import type { Environment } from "./environment.js";
import { ConfigError } from "./errors/refusals.js";
import type { BaseOptions } from "./options.js";
import { inBrowser } from "./platform.js";
import type { Service } from "./service.js";

/** Credentials by the client option that holds them. */
export type Credentials = ReadonlyMap<string, unknown>;

/** Collects the credentials that options or environment give, and refuses unsafe ones. */
export function credentialsOf(
  { credentials = {} }: Service,
  options: BaseOptions,
  environment: Environment,
  baseUrl: string,
): Credentials {
  const given = new Map<string, unknown>(Object.entries(options));
  const found = new Map<string, unknown>();
  for (const [option, suffix] of Object.entries(credentials)) {
    const [name, variable] = environment(suffix);
    const value = given.get(option) ?? variable;
    const problem = problemOf(value, options, baseUrl);
    if (problem)
      throw new ConfigError(
        option,
        value === variable ? name : "option",
        problem,
      );
    if (value !== undefined) found.set(option, value);
  }
  return found;
}

/** CFG-6, CFG-4 and AUTH-5; a function is no long-lived key. */
function problemOf(
  value: unknown,
  { allowInsecure, dangerouslyAllowBrowser }: BaseOptions,
  baseUrl: string,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && !/^[!-~]+$/.test(value))
    return "must be visible ASCII without spaces";
  if (!allowInsecure && isExposed(baseUrl))
    return "would go over plain http: see allowInsecure";
  return !dangerouslyAllowBrowser && typeof value !== "function" && inBrowser()
    ? "would be public in a browser: see dangerouslyAllowBrowser"
    : undefined;
}
