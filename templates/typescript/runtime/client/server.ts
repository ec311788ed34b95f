import { alternatives } from "../codecs/enum.js";
import { ConfigError } from "../errors/refusals.js";
import type { BaseOptions } from "./options.js";

/** A server that the schema names. */
export interface Server {
  /** `https://{region}.example.com/v1`; each `{name}` is one of `variables`. */
  readonly url: string;
  readonly variables?: { readonly [name: string]: ServerVariable };
}

/** A part of a server's address that a program may choose. */
export interface ServerVariable {
  readonly default: string;
  /** What it may be; absent: any word. */
  readonly values?: readonly string[];
}

/** The client options that choose a server. */
export interface ServerOptions extends BaseOptions {
  readonly server?: string | undefined;
  /** Texts by the variables' names. */
  readonly variables?: object | undefined;
}

/**
 * `options` with the base URL of the server that they choose: the first of
 * `servers` unless they name one. A base URL of their own counts before it; who
 * chooses nothing gets what the environment and the schema say (CFG-1).
 */
export function withServer<O extends ServerOptions>(
  options: O,
  servers: { readonly [name: string]: Server },
): O {
  const { server, variables, baseUrl } = options;
  if (baseUrl !== undefined || (server ?? variables) === undefined)
    return options;
  const names = Object.keys(servers);
  const name = server ?? `${names[0]}`;
  const chosen = names.includes(name) ? servers[name] : undefined;
  if (!chosen) throw refused("server", `must be ${alternatives(names)}`);
  return { ...options, baseUrl: addressOf(name, chosen, variables) };
}

function addressOf(
  server: string,
  { url, variables = {} }: Server,
  options: object = {},
): string {
  const given = Object.entries(options).filter(
    ([, value]) => value !== undefined,
  );
  for (const [name] of given)
    if (!Object.hasOwn(variables, name))
      throw refused(`variables.${name}`, `is no variable of ${server}`);
  const values = new Map<string, unknown>(given);
  return Object.entries(variables).reduce((address, [name, variable]) => {
    const value = values.get(name);
    return address.replaceAll(
      `{${name}}`,
      value === undefined
        ? variable.default
        : checked(name, `${value}`, variable),
    );
  }, url);
}

/** A value that changes nothing of the address but its own place: the key goes there. */
function checked(
  name: string,
  value: string,
  { values }: ServerVariable,
): string {
  if (values && !values.includes(value))
    throw refused(`variables.${name}`, `must be ${alternatives(values)}`);
  if (!values && !/^[\w.~-]+$/.test(value))
    throw refused(
      `variables.${name}`,
      "must be letters, digits and -._~: see baseUrl for other addresses",
    );
  return value;
}

function refused(setting: string, problem: string): ConfigError {
  return new ConfigError(setting, "option", problem);
}
