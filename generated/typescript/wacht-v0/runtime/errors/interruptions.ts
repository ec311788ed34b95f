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
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
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
  declare readonly repeatable: boolean;
  declare readonly cause: unknown;

  override get kind(): "Transport" {
    return "Transport";
  }
}

/** Which limit of time ran out: that of one attempt or of the call. */
export type TimeoutPhase = "attempt" | "total";

/** What a {@link TimeoutError} carries. */
export interface TimeoutDetails {
  readonly phase: TimeoutPhase;
  /** Milliseconds. */
  readonly limit: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
}

/** A limit of time ran out. */
export class TimeoutError
  extends ClientError<TimeoutDetails>
  implements TimeoutDetails
{
  declare readonly phase: TimeoutPhase;
  declare readonly limit: number;
  declare readonly elapsed: number;
  declare readonly repeatable: boolean;

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
