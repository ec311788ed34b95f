import { isExposed } from "./base-url.js";
import type { Environment } from "./environment.js";
import { ConfigError } from "./errors/refusals.js";
import type { BaseOptions } from "./options.js";
import { inBrowser } from "./platform.js";
import type { Service } from "./service.js";

/** Credentials by the client option that holds them. */
export type Credentials = ReadonlyMap<string, unknown>;

/** Collects the credentials that options or environment give (CFG-6). */
export function credentialsOf(
  service: Service,
  options: BaseOptions,
  environment: Environment,
): Credentials {
  const given = options as { readonly [option: string]: unknown };
  const found = new Map<string, unknown>();
  for (const [option, suffix] of Object.entries(service.credentials ?? {})) {
    const variable = environment(suffix);
    const value = given[option] ?? variable.value;
    if (value === undefined) continue;
    if (typeof value === "string" && !/^[!-~]+$/.test(value))
      throw new ConfigError(
        option,
        value === variable.value ? variable.name : "option",
        "must be visible ASCII without spaces, and not empty",
      );
    found.set(option, value);
  }
  return found;
}

/** Refuses to show credentials to a page's visitors (AUTH-5) or to the network (CFG-4). */
export function checkExposure(
  credentials: Credentials,
  baseUrl: string,
  options: BaseOptions,
): void {
  for (const [option, value] of credentials) {
    if (!options.allowInsecure && isExposed(baseUrl))
      throw new ConfigError(
        option,
        "option",
        "would go over plain http; use https, or set allowInsecure",
      );
    if (
      typeof value !== "function" &&
      !options.dangerouslyAllowBrowser &&
      inBrowser()
    )
      throw new ConfigError(
        option,
        "option",
        "would be visible to everybody in a browser; set dangerouslyAllowBrowser if it may be",
      );
  }
}
