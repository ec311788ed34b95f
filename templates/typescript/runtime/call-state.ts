import type { CallInput, Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { ResponseInfo } from "./result.js";

/** What a call gives: how it reads a successful answer, and what becomes of the value. */
export interface CallForm {
  /** Reads the response instead of the operation's own reader. */
  readonly read?: (
    response: Response,
    signal: AbortSignal | undefined,
  ) => Promise<unknown>;
  /** Joins the value and what is known of the response. */
  readonly join: (value: unknown, info: ResponseInfo) => unknown;
}

/** Everything that describes a call before it is sent. */
export interface CallState {
  readonly client: object;
  readonly operation: Operation<unknown>;
  readonly input: CallInput;
  readonly options: CallOptions;
  readonly form: CallForm | undefined;
}
