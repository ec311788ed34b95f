import { choose } from "./auth.js";
import { baseUrlOf } from "./base-url.js";
import { systemClock, type Clock } from "./clock.js";
import {
  checkExposure,
  credentialsOf,
  type Credentials,
} from "./credentials.js";
import { environmentOf, type Environment } from "./environment.js";
import { ConfigError } from "./errors/refusals.js";
import type { BaseOptions } from "./options.js";
import { following } from "./redirect.js";
import type { Service } from "./service.js";
import { timeoutProblem, timeoutsOf, type Timeouts } from "./timeouts.js";
import { fetchTransport, type Transport } from "./transport.js";

/** What a client works with: options over environment over schema (CFG-1). */
export interface Settings {
  readonly service: Service;
  readonly options: BaseOptions;
  readonly environment: Environment;
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** The client's own; the schema's come after them. */
  readonly timeout: Timeouts;
  readonly transport: Transport;
  readonly clock: Clock;
}

const settings = new WeakMap<object, Settings>();

/** The settings of a client; the client itself does not show them (SEC-1). */
export function settingsOf(client: object): Settings {
  return settings.get(client) as Settings;
}

/** Works out what `client` is to work with. */
export function settle(
  client: object,
  service: Service,
  options: BaseOptions,
  environment: Environment = environmentOf(service.env, options.env),
): void {
  const variable = environment("BASE_URL");
  const given = options.baseUrl ?? variable.value;
  const source = options.baseUrl === undefined ? variable.name : "option";
  const baseUrl = baseUrlOf(
    given ?? service.baseUrl,
    given === undefined ? "schema" : source,
  );
  const credentials = credentialsOf(service, options, environment);
  checkExposure(credentials, baseUrl, options);
  choose(service, service.auth?.(), credentials, options.headers);
  settings.set(client, {
    service,
    options,
    environment,
    baseUrl,
    credentials,
    timeout: timeoutOf(options, environment),
    transport: following(options.transport ?? fetchTransport(options.fetch)),
    clock: options.clock ?? systemClock,
  });
}

function timeoutOf(options: BaseOptions, environment: Environment): Timeouts {
  const { name, value } = environment("TIMEOUT");
  if (value !== undefined && !/^\d+(\.\d+)?$/.test(value))
    throw new ConfigError("timeout", name, "must be seconds, 0 for no limit");
  const given = timeoutsOf(options.timeout);
  const problem = timeoutProblem(given);
  if (problem) throw new ConfigError("timeout", "option", problem);
  return value === undefined
    ? given
    : { total: Number(value) * 1000, ...given };
}
