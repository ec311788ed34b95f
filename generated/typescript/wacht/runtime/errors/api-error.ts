import { ResponseError, type Failure } from "./response-error.js";

/** What a service's error answer says. */
export interface ApiFailure extends Failure {
  /** The service's own words, or the status' (ERR-2). */
  readonly detail: string;
  /** The service's own code for the problem. */
  readonly code?: string | undefined;
  /** The body, if it has the declared type. */
  readonly body?: unknown;
  /** The service's name for the status, where the operation does not declare it. */
  readonly errorName?: string | undefined;
  /** Milliseconds that the service asks to wait (RETRY-4). */
  readonly retryAfter?: number | undefined;
  /** Whether the same call may succeed later and repeating it does no harm (1.4). */
  readonly retryable: boolean;
}

/**
 * The service answered with a status outside 2xx. `Status` is the status' type
 * where the class stands for one, `Body` the type of its body.
 */
export abstract class ApiError<
  Status extends number = number,
  Body = unknown,
> extends ResponseError<ApiFailure> {
  declare readonly status: Status;
  declare readonly detail: string;
  declare readonly code: string | undefined;
  declare readonly body: Body | undefined;
  declare readonly retryable: boolean;
  /** The service reported it in a stream that had begun well (SSE-11). */
  declare readonly inStream: true | undefined;
}

/** A status that the operation does not declare. */
export class UnexpectedStatusError extends ApiError {
  /** The service's name for this status, if it has one. */
  declare readonly errorName: string | undefined;

  override get kind(): "UnexpectedStatus" {
    return "UnexpectedStatus";
  }
}
