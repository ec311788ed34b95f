import { ClientError } from "./client-error.js";

/** The client cannot be built or used as configured. */
export class ConfigError extends ClientError {
  override get kind(): "Config" {
    return "Config";
  }
}

/** A rule that a request breaks. */
export interface Violation {
  /** Where: `body.files[0]`, `query.limit`, `path.context_id`. */
  readonly path: string;
  /** What is wrong there: `must be at most 100`. */
  readonly rule: string;
}

/** Refused before anything was sent; `violations` has all of them. */
export class InvalidArgumentError extends ClientError {
  readonly violations: readonly Violation[];

  constructor(operation: string, violations: readonly Violation[]) {
    const text = violations.map(({ path, rule }) => `${path} ${rule}`);
    super(`${operation}: InvalidArgument: ${text.join("; ")}`);
    this.violations = violations;
  }

  override get kind(): "InvalidArgument" {
    return "InvalidArgument";
  }
}

/** The connection failed: refused, reset, closed or cut short. */
export class TransportError extends ClientError {
  /** `body` once the response's headers were there. */
  readonly phase: "request" | "body";

  constructor(operation: string, phase: "request" | "body", cause: unknown) {
    super(`${operation}: Transport: ${phase}`, { cause });
    this.phase = phase;
  }

  override get kind(): "Transport" {
    return "Transport";
  }
}

/** A limit of time ran out. */
export class TimeoutError extends ClientError {
  readonly phase: "attempt" | "total";
  /** Milliseconds. */
  readonly limit: number;
  /** Milliseconds. */
  readonly elapsed: number;

  constructor(
    operation: string,
    phase: "attempt" | "total",
    limit: number,
    elapsed: number,
  ) {
    super(
      `${operation}: Timeout: ${phase} limit of ${limit} ms reached after ${elapsed} ms`,
    );
    this.phase = phase;
    this.limit = limit;
    this.elapsed = elapsed;
  }

  override get kind(): "Timeout" {
    return "Timeout";
  }
}

/** The caller's own signal ended the call; `name` is `AbortError`. */
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

/** A custom authentication function failed. */
export class AuthError extends ClientError {
  constructor(operation: string, cause: unknown) {
    super(`${operation}: Auth: the credential could not be applied`, { cause });
  }

  override get kind(): "Auth" {
    return "Auth";
  }
}
