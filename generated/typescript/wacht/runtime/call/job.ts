import type { AuthScheme } from "../auth/auth.js";
import type { CallForm } from "./call-form.js";
import type { OperationSpec } from "./operation.js";
import type { CallOptions } from "../client/options.js";
import type { Settings } from "../client/settings.js";

/** A call under way: what its stages share. */
export interface Job extends Settings {
  /** The operation's id, which error texts begin with. */
  readonly id: string;
  readonly spec: OperationSpec<unknown>;
  readonly call: CallOptions;
  readonly form: CallForm;
  readonly schemes: readonly AuthScheme[];
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
  /** Milliseconds since the call began. */
  elapsed(): number;
}
