import { choose } from "../auth/auth.js";
import { baseUrlOf } from "./base-url.js";
import { systemClock, type Clock } from "../http/clock.js";
import { credentialsOf, type Credentials } from "./credentials.js";
import { environmentOf } from "./environment.js";
import { ConfigError } from "../errors/refusals.js";
import type { BaseOptions } from "./options.js";
import type { Handlers } from "../hooks/hooks-option.js";
import { systemRandom, type Random } from "../http/random.js";
import { redactor, type Redact } from "./redact.js";
import type { Service } from "./service.js";
import { timeoutsOf } from "../call/timeouts.js";
import { userAgent } from "./user-agent.js";
import { fetchTransport, type Transport } from "../http/transport.js";

/** What clones of a client have in common (CFG-5). */
export interface Shared {
  /** What is left of the retry quota (RETRY-5). */
  tokens: number;
}

/** What a client works with: options over environment over schema (CFG-1). */
export interface Settings {
  readonly service: Service;
  readonly options: BaseOptions;
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly hooks: Handlers | undefined;
  readonly shared: Shared;
  readonly redact: Redact;
  readonly userAgent: string;
}

const settings = new WeakMap<object, Settings>();

/** The settings of a client; the client itself does not show them (SEC-1). */
export function settingsOf(client: object): Settings {
  return settings.get(client) as Settings;
}

/** Works out what `client` is to work with; reads the environment. */
export function settle(
  client: object,
  service: Service,
  options: BaseOptions,
  shared: Shared = { tokens: 500 },
): void {
  const environment = environmentOf(service.env, options.env);
  const [limit, seconds] = environment("TIMEOUT");
  if (seconds && !/^\d+(\.\d+)?$/.test(seconds))
    throw new ConfigError("timeout", limit, "must be seconds, 0 for no limit");
  const [name, url] = environment("BASE_URL");
  const baseUrl =
    options.baseUrl === undefined
      ? baseUrlOf(url || (service.baseUrl ?? ""), url ? name : "schema")
      : baseUrlOf(options.baseUrl, "option");
  const timeout = {
    ...(seconds && { total: Number(seconds) * 1000 }),
    ...timeoutsOf(options.timeout),
  };
  const credentials = credentialsOf(service, options, environment, baseUrl);
  const all: Settings = {
    service,
    options: { ...options, timeout },
    baseUrl,
    credentials,
    transport: options.transport ?? fetchTransport(options.fetch),
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    hooks: options.hooks?.open(environment),
    shared,
    redact: redactor(credentials),
    userAgent: userAgent(service, options),
  };
  choose(all, service.auth?.(), undefined);
  settings.set(client, all);
}
