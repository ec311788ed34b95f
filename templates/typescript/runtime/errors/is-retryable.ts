import type { ClientError } from "./client-error.js";

/** Whether the same call may succeed later and repeating it does no harm (ERR-6, 1.4). */
export function isRetryable(error: ClientError): boolean {
  return error.retryable === true;
}
