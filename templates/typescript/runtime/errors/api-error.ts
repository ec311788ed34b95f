import { noteOf, ResponseError, type Failure } from "./response-error.js";

/** What a service's error answer says. */
export interface ApiFailure extends Failure {
  /** The service's own words, or the status' (ERR-2). */
  readonly detail: string;
  readonly code?: string | undefined;
  /** The body, if it has the declared type. */
  readonly body?: unknown;
  /** The service's name for the status, where the operation does not declare it. */
  readonly errorName?: string | undefined;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
}

/**
 * The service answered with a status outside 2xx. `Status` is the status' type
 * where the class stands for one, `Body` the type of its body.
 */
export abstract class ApiError<
  Status extends number = number,
  Body = unknown,
> extends ResponseError {
  readonly #failure: ApiFailure;

  constructor(failure: ApiFailure) {
    const { kind } = new.target.prototype;
    const { operation, status, errorName, detail, code, requestId } = failure;
    const label = errorName ? `${kind} ${errorName}` : kind;
    super(
      failure,
      `${operation}: ${status} ${label}: ${detail}${noteOf(code, requestId)}`,
    );
    this.#failure = failure;
  }

  get status(): Status {
    return this.#failure.status as Status;
  }

  /** The service's own words for the problem, or the status' (ERR-2). */
  get detail(): string {
    return this.#failure.detail;
  }

  /** The service's own code for the problem. */
  get code(): string | undefined {
    return this.#failure.code;
  }

  /** The body, if it has the declared type. */
  get body(): Body | undefined {
    return this.#failure.body as Body | undefined;
  }

  /** Milliseconds that the service asks to wait (RETRY-4). */
  get retryAfter(): number | undefined {
    return this.#failure.retryAfter;
  }

  override get retryable(): boolean {
    const { status, retryAfter, repeatable } = this.#failure;
    const unprocessed =
      [408, 421, 429].includes(status) ||
      (status === 503 && retryAfter !== undefined);
    return unprocessed || (repeatable && [500, 502, 503, 504].includes(status));
  }
}

/** A status that the operation does not declare. */
export class UnexpectedStatusError extends ApiError {
  /** The service's name for this status, if it has one. */
  readonly errorName: string | undefined;

  constructor(failure: ApiFailure) {
    super(failure);
    this.errorName = failure.errorName;
  }

  override get kind(): "UnexpectedStatus" {
    return "UnexpectedStatus";
  }
}
