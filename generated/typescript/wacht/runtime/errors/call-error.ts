import type { UnexpectedStatusError } from "./api-error.js";
import type { DecodeError } from "./decode-error.js";
import type {
  CancelledError,
  TimeoutError,
  TransportError,
} from "./interruptions.js";
import type { LocalRateLimitError } from "./local-rate-limit-error.js";
import type { MiddlewareError } from "./middleware-error.js";
import type {
  AuthError,
  ConfigError,
  InvalidArgumentError,
} from "./refusals.js";

/** What any call can throw beside the errors its operation declares. */
export type CallError =
  | UnexpectedStatusError
  | ConfigError
  | InvalidArgumentError
  | TransportError
  | TimeoutError
  | CancelledError
  | LocalRateLimitError
  | DecodeError
  | MiddlewareError
  | AuthError;
