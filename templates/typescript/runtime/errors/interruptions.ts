import { ClientError } from "./client-error.js";

/** How far a call came before its connection failed; `unknown` in browsers. */
export type TransportPhase = "connect" | "response" | "body" | "unknown";

const stories: { readonly [P in TransportPhase]: string } = {
  connect: "no connection",
  response: "no response",
  body: "the response was cut",
  unknown: "the request failed",
};

/** The connection was refused, reset, closed or cut short; see `cause`. */
export class TransportError extends ClientError {
  readonly phase: TransportPhase;
  /** The platform's code: `ECONNREFUSED`. */
  readonly code: string | undefined;
  readonly attempts: number;
  readonly #repeatable: boolean;

  constructor(
    operation: string,
    phase: TransportPhase,
    code: string | undefined,
    repeatable: boolean,
    cause: unknown,
  ) {
    const suffix = code ? ` (${code})` : "";
    super(`${operation}: Transport: ${stories[phase]}${suffix}`, { cause });
    this.phase = phase;
    this.code = code;
    this.attempts = 1;
    this.#repeatable = repeatable;
  }

  override get kind(): "Transport" {
    return "Transport";
  }

  /** Whether the service may have acted on the request: false only if it was not sent. */
  get mayHaveBeenProcessed(): boolean {
    return this.phase !== "connect";
  }

  override get retryable(): boolean {
    return this.#repeatable || !this.mayHaveBeenProcessed;
  }
}

/** Which limit of time ran out: that of one attempt or of the call. */
export type TimeoutPhase = "attempt" | "total";

/** A limit of time ran out. */
export class TimeoutError extends ClientError {
  readonly phase: TimeoutPhase;
  /** Milliseconds. */
  readonly limit: number;
  /** Milliseconds. */
  readonly elapsed: number;
  readonly #repeatable: boolean;

  constructor(
    operation: string,
    phase: TimeoutPhase,
    limit: number,
    elapsed: number,
    repeatable: boolean,
  ) {
    super(
      `${operation}: Timeout: ${phase} limit of ${limit} ms, after ${elapsed} ms`,
    );
    this.phase = phase;
    this.limit = limit;
    this.elapsed = elapsed;
    this.#repeatable = repeatable;
  }

  override get kind(): "Timeout" {
    return "Timeout";
  }

  override get retryable(): boolean {
    return this.#repeatable && this.phase === "attempt";
  }
}

/** The caller's own signal ended the call; `name` is `AbortError`, `cause` the signal's reason. */
export class CancelledError extends ClientError {
  constructor(operation: string, cause: unknown) {
    super(`${operation}: Cancelled: by the caller's signal`, { cause });
  }

  override get kind(): "Cancelled" {
    return "Cancelled";
  }

  override get name(): string {
    return "AbortError";
  }
}
