import type { Job } from "../call/job.js";

/**
 * Whether an answer outside 2xx may be followed by another attempt (1.4): the
 * service says so itself, it did not act on the request (class B), or it may have
 * and that does no harm (class C).
 */
export function isRepeatedStatus(
  { retry, repeatable }: Job,
  { status, headers }: Response,
  retryAfter: number | undefined,
): boolean {
  const word = retry.override && headers.get(retry.override);
  if (/^(true|false)$/.test(`${word}`)) return word === "true";
  return (
    /^(408|421|429)$/.test(`${status}`) ||
    (status === 503 && retryAfter !== undefined) ||
    retry.on.includes(status) ||
    (repeatable && /^50[0234]$/.test(`${status}`))
  );
}
