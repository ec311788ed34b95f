import { ClientError } from "./client-error.js";

/** The client's own limit held the call back: nothing was sent. */
export class LocalRateLimitError extends ClientError<{
  readonly retryAfter: number;
}> {
  /** Milliseconds until the call would be let through. */
  declare readonly retryAfter: number;

  override get kind(): "LocalRateLimit" {
    return "LocalRateLimit";
  }
}
