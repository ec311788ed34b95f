import type { DecodeError, UnexpectedStatusError } from "./api-error.js";
import type {
  AuthError,
  CancelledError,
  ConfigError,
  InvalidArgumentError,
  TimeoutError,
  TransportError,
} from "./call-errors.js";

/** What any call can throw beside the errors its operation declares. */
export type CallError =
  | UnexpectedStatusError
  | ConfigError
  | InvalidArgumentError
  | TransportError
  | TimeoutError
  | CancelledError
  | DecodeError
  | AuthError;
