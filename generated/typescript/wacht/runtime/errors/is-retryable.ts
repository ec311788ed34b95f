import { ApiError } from "./api-error.js";
import type { ClientError } from "./client-error.js";
import { TimeoutError, TransportError } from "./interruptions.js";

/** Answers of a service that did not act on the request (1.4, class B). */
const unprocessed: readonly number[] = [408, 421, 429];

/** Answers that leave it open (1.4, class C). */
const unclear: readonly number[] = [500, 502, 503, 504];

/** Whether the same call may succeed later and repeating it does no harm (ERR-6). */
export function isRetryable(error: ClientError): boolean {
  if (error instanceof TransportError)
    return error.repeatable || !error.mayHaveBeenProcessed;
  if (error instanceof TimeoutError)
    return error.repeatable && error.phase === "attempt";
  if (!(error instanceof ApiError)) return false;
  const { status, retryAfter, repeatable } = error;
  return (
    unprocessed.includes(status) ||
    (status === 503 && retryAfter !== undefined) ||
    (repeatable && unclear.includes(status))
  );
}
