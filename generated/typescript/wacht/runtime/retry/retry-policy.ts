/** How failed attempts are repeated; what is absent is inherited (RETRY-1 to RETRY-7). */
export interface RetryPolicy {
  /** At most so many attempts, the first included. */
  readonly attempts?: number | undefined;
  /** Milliseconds before the second attempt, doubled for each further one, and the most they come to. */
  readonly backoff?: readonly [first: number, longest: number] | undefined;
  /** Milliseconds; a service that asks for a longer wait gets none. */
  readonly longestWait?: number | undefined;
  /** Statuses that are repeated beside the usual ones. */
  readonly on?: readonly number[] | undefined;
  /** Repeats what is not repeatable, too: the service may then act twice. */
  readonly unsafe?: boolean | undefined;
  /** Response header whose `true` or `false` beats every other rule (RETRY-7). */
  readonly override?: string | undefined;
}

/** A policy in which everything is said. */
export type FullRetryPolicy = {
  readonly [Key in keyof RetryPolicy]-?: NonNullable<RetryPolicy[Key]>;
};

const defaults: FullRetryPolicy = {
  attempts: 3,
  backoff: [500, 8_000],
  longestWait: 60_000,
  on: [],
  unsafe: false,
  override: "",
};

/** Later levels over earlier ones, member by member; a number is the number of attempts (CFG-1). */
export function retryPolicyOf(
  ...levels: readonly (RetryPolicy | number | undefined)[]
): FullRetryPolicy {
  const given = levels.flatMap((level) =>
    Object.entries(
      typeof level === "number" ? { attempts: level } : { ...level },
    ),
  );
  return {
    ...defaults,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}
