import { ConfigError } from "../errors/refusals.js";

/** The process-wide client of free functions (CFG-7). */
export interface DefaultClient<C extends object> {
  /** The client, made on first use. */
  get(): C;
  /** Sets the client; throws {@link ConfigError} if there is one already. */
  init(client: C): void;
  /** Runs `body` over another client, for tests; not for bodies that overlap. */
  scoped<R>(client: C, body: () => R | Promise<R>): Promise<R>;
}

/** A place for a client, which `make` fills on first use unless `init` did. */
export function defaultClient<C extends object>(
  make: () => C,
): DefaultClient<C> {
  let current: C | undefined;
  return {
    get: () => (current ??= make()),
    init(client) {
      if (current)
        throw new ConfigError(
          "init",
          "call",
          "there is a default client already",
        );
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
