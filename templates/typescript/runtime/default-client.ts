import type { Client } from "./client.js";
import { ConfigError } from "./errors/call-errors.js";

/** The process-wide client of the free functions (CFG-7). */
export interface DefaultClient<C extends Client> {
  /** The client, made from the environment on first use. */
  get(): C;
  /** Sets the client; throws {@link ConfigError} if there is one already. */
  init(client: C): void;
  /** Runs `body` over another client, for tests. */
  scoped<R>(client: C, body: () => R | Promise<R>): Promise<R>;
}

/** A holder of a client that `make` makes when it is first needed. */
export function defaultClient<C extends Client>(
  make: () => C,
): DefaultClient<C> {
  let current: C | undefined;
  return {
    get: () => (current ??= make()),
    init(client) {
      if (current)
        throw new ConfigError("Config: the default client is already set");
      current = client;
    },
    async scoped(client, body) {
      const before = current;
      current = client;
      try {
        return await body();
      } finally {
        current = before;
      }
    },
  };
}
