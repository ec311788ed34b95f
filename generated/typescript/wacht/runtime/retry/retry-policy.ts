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
