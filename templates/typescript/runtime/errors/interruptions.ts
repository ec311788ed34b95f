import { ClientError } from "./client-error.js";

/** How far a call came before its connection failed; `unknown` in browsers. */
export type TransportPhase = "connect" | "response" | "body" | "unknown";

/** What a {@link TransportError} carries. */
export interface TransportDetails {
  readonly phase: TransportPhase;
  /** The platform's code: `ECONNREFUSED`. */
  readonly code: string | undefined;
  /** Whether the service may have acted on the request: false only if it was not sent. */
  readonly mayHaveBeenProcessed: boolean;
  readonly attempts: number;
  /** Whether the same call may succeed later and repeating it does no harm (1.4). */
  readonly retryable: boolean;
  readonly cause: unknown;
}

/** The connection was refused, reset, closed or cut short; see `cause`. */
export class TransportError
  extends ClientError<TransportDetails>
  implements TransportDetails
{
  declare readonly phase: TransportPhase;
  declare readonly code: string | undefined;
  declare readonly mayHaveBeenProcessed: boolean;
  declare readonly attempts: number;
  declare readonly retryable: boolean;
  declare readonly cause: unknown;

  override get kind(): "Transport" {
    return "Transport";
  }
}

/** Which limit of time ran out: of connecting, of one attempt, of the call, or between two parts of a stream. */
export type TimeoutPhase = "connect" | "attempt" | "total" | "idle";

/** What a {@link TimeoutError} carries. */
export interface TimeoutDetails {
  readonly phase: TimeoutPhase;
  /** Milliseconds. */
  readonly limit: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
  /** Whether the same call may succeed later and repeating it does no harm (1.4). */
  readonly retryable: boolean;
}

/** A limit of time ran out. */
export class TimeoutError
  extends ClientError<TimeoutDetails>
  implements TimeoutDetails
{
  declare readonly phase: TimeoutPhase;
  declare readonly limit: number;
  declare readonly elapsed: number;
  declare readonly retryable: boolean;

  override get kind(): "Timeout" {
    return "Timeout";
  }
}

/** The caller's own signal ended the call; `name` is `AbortError`, `cause` the signal's reason. */
export class CancelledError extends ClientError {
  override get kind(): "Cancelled" {
    return "Cancelled";
  }

  override get name(): string {
    return "AbortError";
  }
}
