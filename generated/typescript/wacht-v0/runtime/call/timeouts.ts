/** Milliseconds; 0 is no limit, absent is inherited (TIME-1). */
export interface Timeouts {
  /** Accepted and part of `attempt`: `fetch` does not show when a connection stands. */
  readonly connect?: number | undefined;
  /** One attempt, from the first byte sent to the last byte of the body. */
  readonly attempt?: number | undefined;
  /** The whole call. */
  readonly total?: number | undefined;
  /** The longest gap between bytes of a stream. */
  readonly idle?: number | undefined;
}

/** One number limits the whole call. */
export function timeoutsOf(limit: number | Timeouts = {}): Timeouts {
  return typeof limit === "number" ? { total: limit } : limit;
}
