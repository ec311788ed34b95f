import type { AuthScheme } from "./auth.js";
import type { CallState } from "./call-state.js";
import type { OperationSpec } from "./operation.js";
import type { Redact } from "./redact.js";
import type { Settings } from "./settings.js";
import type { HttpRequest } from "./transport.js";

/** A call under way: what all of its attempts share. */
export interface Job {
  readonly call: CallState;
  readonly spec: OperationSpec<unknown>;
  readonly settings: Settings;
  readonly schemes: readonly AuthScheme[];
  readonly request: Omit<HttpRequest, "signal">;
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
  readonly redact: Redact;
  /** Milliseconds since the call began. */
  elapsed(): number;
}
