import type { AuthScheme } from "./auth.js";
import type { CallForm } from "./call-form.js";
import type { Operation, OperationSpec } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { Settings } from "./settings.js";

/** A call under way: what all of its attempts share. */
export interface Job {
  /** The operation's id, which error texts begin with. */
  readonly id: string;
  readonly spec: OperationSpec<unknown>;
  readonly settings: Settings;
  readonly operation: Operation<unknown>;
  readonly options: CallOptions;
  readonly form: CallForm | undefined;
  readonly schemes: readonly AuthScheme[];
  /** Sending the request twice does no harm (RETRY-1). */
  readonly repeatable: boolean;
  /** Milliseconds since the call began. */
  elapsed(): number;
}
