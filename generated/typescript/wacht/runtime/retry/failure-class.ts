import { chosen } from "../call/levels.js";
import type { Job } from "../call/job.js";

/**
 * Whether an answer outside 2xx may be followed by another attempt (1.4): the
 * service says so itself, it did not act on the request (class B), or it may have
 * and that does no harm (class C).
 */
export function isRepeatedStatus(
  job: Job,
  { status, headers }: Response,
  retryAfter: number | undefined,
): boolean {
  const word = headers.get(chosen(job, "retry", "override"));
  return (
    word === "true" ||
    (word !== "false" &&
      (/^(408|421|429)$/.test(`${status}`) ||
        (status === 503 && retryAfter !== undefined) ||
        chosen(job, "retry", "on").includes(status) ||
        (job.repeatable && /^50[0234]$/.test(`${status}`))))
  );
}
