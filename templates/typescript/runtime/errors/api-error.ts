import { ClientError } from "./client-error.js";
import type { Codec } from "../codec.js";

/** What the service answered, as the runtime read it. */
export interface Failure {
  readonly operation: string;
  readonly status: number;
  readonly headers: Headers;
  readonly message: string;
  readonly code?: string | undefined;
  readonly body?: unknown;
  readonly rawBody: string;
  readonly requestId?: string | undefined;
  readonly attempts: number;
}

/**
 * The service answered with a status outside 2xx. `Status` is the status' type
 * where the class stands for one, `Body` the type of its body.
 */
export abstract class ApiError<
  Status extends number = number,
  Body = unknown,
> extends ClientError {
  readonly #failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.#failure = failure;
  }

  get status(): Status {
    return this.#failure.status as Status;
  }
  /** The service's own code for the problem. */
  get code(): string | undefined {
    return this.#failure.code;
  }
  /** The body, if it has the declared type. */
  get body(): Body | undefined {
    return this.#failure.body as Body | undefined;
  }
  /** The body's text, up to 64 KiB. */
  get rawBody(): string {
    return this.#failure.rawBody;
  }
  get headers(): Headers {
    return this.#failure.headers;
  }
  get requestId(): string | undefined {
    return this.#failure.requestId;
  }
}

/** A class of the service's own errors. */
export type ErrorClass = new (failure: Failure) => ApiError<number, unknown>;

/** An error with a body type of its own, or told apart by a value in the body. */
export interface ErrorCase {
  readonly type: ErrorClass;
  readonly body?: Codec<unknown>;
  readonly when?: {
    readonly path: string;
    readonly equals: string | number | boolean;
  };
}

/** Error classes by status (`404`) or range (`5xx`); of several the first that fits. */
export interface ErrorCases {
  readonly [status: string]: ErrorClass | readonly ErrorCase[];
}

/** A status that the operation does not declare. */
export class UnexpectedStatusError extends ApiError {
  /** The service's name for this status, if it has one. */
  readonly errorName: string | undefined;

  constructor(failure: Failure, errorName?: string) {
    super(failure);
    this.errorName = errorName;
  }

  override get kind(): "UnexpectedStatus" {
    return "UnexpectedStatus";
  }
}

/** A successful answer that does not fit its type. */
export class DecodeError extends ClientError {
  readonly #failure: Failure;
  /** Where in the body: `$.data[0].title`. */
  readonly path: string;
  /** What the type says is there. */
  readonly expected: string;
  /** Up to 200 characters around the place. */
  readonly excerpt: string;

  constructor(
    failure: Failure,
    path: string,
    expected: string,
    excerpt: string,
    options?: ErrorOptions,
  ) {
    super(failure.message, options);
    this.#failure = failure;
    this.path = path;
    this.expected = expected;
    this.excerpt = excerpt;
  }

  override get kind(): "Decode" {
    return "Decode";
  }
  get status(): number {
    return this.#failure.status;
  }
  get rawBody(): string {
    return this.#failure.rawBody;
  }
  get headers(): Headers {
    return this.#failure.headers;
  }
  get requestId(): string | undefined {
    return this.#failure.requestId;
  }
}
