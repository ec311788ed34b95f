import { isExposed } from "./base-url.js";
import type { Environment } from "./environment.js";
import { ConfigError } from "../errors/refusals.js";
import type { BaseOptions } from "./options.js";
import { inBrowser } from "./platform.js";
import type { Service } from "./service.js";

/** Credentials by the client option that holds them. */
export type Credentials = ReadonlyMap<string, unknown>;

/** Collects the credentials that options or environment give, and refuses unsafe ones. */
export function credentialsOf(
  service: Service,
  options: BaseOptions,
  environment: Environment,
  baseUrl: string,
): Credentials {
  const given = new Map<string, unknown>(Object.entries(options));
  const found = new Map<string, unknown>();
  for (const [option, suffix] of Object.entries(service.credentials ?? {})) {
    const [name, variable] = environment(suffix);
    const own = given.get(option);
    const value = own ?? (variable || undefined);
    const problem =
      value === undefined ? "" : problemOf(value, options, baseUrl);
    if (problem)
      throw new ConfigError(option, value === own ? "option" : name, problem);
    if (value !== undefined) found.set(option, value);
  }
  return found;
}

/** CFG-6, CFG-4 and AUTH-5; a function is no long-lived key. */
function problemOf(
  value: unknown,
  options: BaseOptions,
  baseUrl: string,
): string {
  if (typeof value === "string" && !/^[!-~]+$/.test(value))
    return "must be visible ASCII without spaces";
  if (!options.allowInsecure && isExposed(baseUrl))
    return "would go over plain http: see allowInsecure";
  return !options.dangerouslyAllowBrowser &&
    typeof value !== "function" &&
    inBrowser()
    ? "would be public in a browser: see dangerouslyAllowBrowser"
    : "";
}
