import type { AuthScheme } from "../auth/auth.js";
import type { CallForm } from "./call-form.js";
import type { CallInput, Operation, OperationSpec } from "./operation.js";
import type { CallOptions } from "../client/options.js";
import type { ClientError } from "../errors/client-error.js";
import type { HttpRequest, Transport } from "../http/transport.js";
import type { Redact } from "../client/redact.js";
import type { Settings } from "../client/settings.js";

/** A call under way: what its stages share. */
export interface Job extends Omit<Settings, "redact"> {
  /** The operation's id, which error texts begin with. */
  readonly id: string;
  readonly operation: Operation<unknown>;
  readonly spec: OperationSpec<unknown>;
  readonly input: CallInput;
  readonly call: CallOptions;
  readonly form: CallForm;
  readonly schemes: readonly AuthScheme[];
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
  /** The attempt under way: 1, 2, ..; 0 before the first. */
  attempt: number;
  /** Aborted once the call is over; an attempt that runs out of time takes it away with it. */
  control: AbortController;
  /** Ends the attempt under way. */
  fail?: (error: ClientError) => void;
  /** Stops the attempt's limit. */
  stop?: () => void;
  /** What earlier attempts came to (RETRY-10). */
  readonly failed: ClientError[];
  /** The last request that was made. */
  request?: Omit<HttpRequest, "signal">;
  /** Forgets a refused credential; whether the call may try again with another (AUTH-3). */
  renew?: (error: ClientError) => boolean;
  /** Takes credentials out of a text, those that came meanwhile, too (SEC-1). */
  redact: Redact;
  /** Milliseconds that the call took, if it failed. */
  ended?: number;
  /** Signs each request last, where a scheme of the caller's does. */
  sign?: (transport: Transport) => Transport;
  /** What it was answered. */
  response?: Response;
  /** Milliseconds since the call began. */
  elapsed(): number;
}
