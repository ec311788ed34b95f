import { ApiError } from "../errors/api-error.js";
import { LocalRateLimitError } from "../errors/local-rate-limit-error.js";
import { notify } from "../hooks/notify.js";
import type { Job } from "../call/job.js";
import { fits } from "../retry/repeat.js";
import type { Shared } from "../client/settings.js";
import type { Limit } from "./limit.js";
import { limitKey } from "./limit-key.js";
import { dueTime, grant, standIn, type Line, type Window } from "./line.js";
import { lineOf } from "./lines.js";

/** What a rolling limit counts, and how much it lets through. */
export interface RollingLimitOptions {
  /** Where the key is; the first place that has a value counts: `body.user_id`, `credential`. */
  readonly key: readonly string[];
  /** Windows, all of which hold. */
  readonly allow: readonly Window[];
}

/**
 * A limit of rolling windows: in any period of that length, no more than so many
 * attempts (LIMIT-1). `[[100, 60_000], [10, 1_000]]` is 100 a minute and 10 a second.
 */
export function rollingLimit(
  name: string,
  { key, allow }: RollingLimitOptions,
): Limit {
  const clients = new WeakMap<Shared, Map<string, Line>>();
  return async (job, attempt) => {
    const mode = job.call.rateLimit ?? job.options.rateLimit;
    if (mode === "off") return attempt();
    const lines = clients.get(job.shared) ?? new Map<string, Line>();
    clients.set(job.shared, lines);
    const line = lineOf(lines, limitKey(job, key), allow, job.clock.now());
    await pass(job, line, { name, allow, mode });
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof ApiError && error.status === 429)
        line.gate = Math.max(
          line.gate,
          job.clock.now() + (error.retryAfter ?? 0),
        );
      throw error;
    }
  };
}

interface Rules {
  readonly name: string;
  readonly allow: readonly Window[];
  readonly mode: "wait" | "fail" | undefined;
}

/** Waits for a grant and takes it. */
async function pass(job: Job, line: Line, rules: Rules): Promise<void> {
  const { clock } = job;
  const { signal } = job.control;
  const waitBehind = (ahead: number): number => {
    const now = clock.now();
    const wait = dueTime(line, rules.allow, ahead, now) - now;
    if (wait > 0 && (rules.mode === "fail" || !fits(job, wait)))
      throw refusal(job, rules.name, wait);
    return wait;
  };
  const wait = waitBehind(line.queue.length);
  if (wait > 0) notify(job, "limitWait", { wait });
  const leave = await standIn(line, signal);
  try {
    for (let rest = waitBehind(0); rest > 0; rest = waitBehind(0))
      await clock.sleep(rest, signal);
    grant(line, rules.allow, clock.now());
  } finally {
    leave();
  }
}

/** The error of a wait that is not wanted or does not fit; after a failed attempt, that attempt's (TIME-2). */
function refusal(job: Job, name: string, retryAfter: number): Error {
  const words = `the client's own limit "${name}" is reached, for ${retryAfter} ms`;
  return (
    job.failed.at(-1) ?? new LocalRateLimitError(job.id, words, { retryAfter })
  );
}
