/** Milliseconds; 0 is no limit, absent is inherited. */
export interface Timeouts {
  /** One attempt, from the first byte sent to the last byte of the body. */
  readonly attempt?: number | undefined;
  /** The whole call. */
  readonly total?: number | undefined;
}

/** One number limits the whole call (TIME-1). */
export function timeoutsOf(limit: number | Timeouts | undefined): Timeouts {
  return typeof limit === "number" ? { total: limit } : (limit ?? {});
}

/** What is wrong with limits, if something is. */
export function timeoutProblem({
  attempt = 0,
  total = 0,
}: Timeouts): string | undefined {
  return attempt >= 0 && total >= 0
    ? undefined
    : "must be milliseconds, 0 for no limit";
}
