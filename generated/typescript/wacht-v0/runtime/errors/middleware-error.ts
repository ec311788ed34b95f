import { ClientError } from "./client-error.js";

/** A middleware of the caller threw; see `cause`. */
export class MiddlewareError extends ClientError<{ readonly cause: unknown }> {
  declare readonly cause: unknown;

  override get kind(): "Middleware" {
    return "Middleware";
  }
}
