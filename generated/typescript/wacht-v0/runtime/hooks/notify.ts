import type { Job } from "../call/job.js";

/** What a call tells its hooks, by the moment (HOOK-2). */
export interface Moments {
  readonly callStart: object;
  readonly limitWait: { readonly wait: number };
  readonly retry: { readonly error: unknown; readonly wait: number };
  readonly callEnd: { readonly error?: unknown };
  readonly streamEvent: { readonly event: unknown };
}

/** Tells the client's hooks, if it has any. */
export function notify<Moment extends keyof Moments>(
  job: Job,
  moment: Moment,
  details?: Moments[Moment],
): void {
  job.hooks?.notify(job, moment, details);
}
