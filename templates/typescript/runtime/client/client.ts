import type { BaseOptions } from "./options.js";
import type { Service } from "./service.js";
import { settingsOf, settle } from "./settings.js";

/**
 * The client without operations: they take it as their argument. Immutable and
 * safe to share (CFG-5); printing it shows no credentials (SEC-1). Subclasses keep
 * no state of their own.
 */
export class Client {
  /** Never there: it keeps other objects from passing for clients. */
  declare protected readonly client: true;

  constructor(service: Service, options: BaseOptions = {}) {
    settle(this, service, options);
  }
}

/** A client of the same class with some options changed, and all else shared (CFG-5). */
export function withOptions<C extends Client>(
  client: C,
  options: BaseOptions,
): C {
  const before = settingsOf(client);
  const { service, baseUrl, credentials, hooks } = before;
  const resolved = {
    ...Object.fromEntries(credentials),
    baseUrl,
    hooks,
  };
  const copy = Object.create(Object.getPrototypeOf(client) as object) as C;
  const all = { ...before.options, ...resolved, env: {}, ...options };
  settle(copy, service, all, before.shared);
  return copy;
}
