import type { Job } from "../call/job.js";

/**
 * A client-side rate limit: runs `attempt` as soon as it may (LIMIT-1). An object
 * of its own, so that only operations which declare one carry it.
 */
export type Limit = (
  job: Job,
  attempt: () => Promise<unknown>,
) => Promise<unknown>;
