import { reportedJob } from "../call/execute.js";
import type { ClientError } from "../errors/client-error.js";

/** What a report of a problem should contain (DBG-2); holds no credentials. */
export interface ErrorReport {
  readonly operation: string | undefined;
  readonly kind: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly attempts: number | undefined;
  /** Earlier attempts' errors, a line each. */
  readonly failures: readonly string[];
  /** Milliseconds from the call's beginning to its end. */
  readonly elapsed: number | undefined;
  /** The package's name and version: `wacht 1.2.0`. */
  readonly client: string | undefined;
}

/** What to tell the people of the service about `error`. */
export function errorReport(error: ClientError): ErrorReport {
  const job = reportedJob(error);
  const { status, requestId } = error as {
    readonly status?: number;
    readonly requestId?: string;
  };
  const { name, version } = job?.service ?? {};
  return {
    operation: job?.id,
    kind: error.kind,
    message: error.message,
    status,
    requestId,
    attempts: error.attempts,
    failures: error.failures ?? [],
    elapsed: job?.ended,
    client: name && `${name} ${version ?? "unknown"}`,
  };
}
