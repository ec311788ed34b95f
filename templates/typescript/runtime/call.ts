import type { Client } from "./client.js";
import type { CallOptions } from "./client-options.js";
import type { CallError } from "./errors/call-error.js";
import { execute } from "./execute.js";
import type { CallInput, Operation, Timeouts } from "./operation.js";
import type { RawResponse, Result, WithResponse } from "./result.js";

/** Everything that describes a call before it is sent. */
export interface CallState {
  readonly client: Client;
  readonly operation: Operation<unknown>;
  readonly input: CallInput;
  readonly options: CallOptions;
}

let stateOf: (call: Call<unknown, unknown>) => CallState;

/**
 * A call that has not been sent. Immutable: every setter gives a new one, so a
 * call can be kept, branched and sent again.
 */
export class Call<T, E = CallError> {
  readonly #state: CallState;
  declare protected readonly outcome: Result<T, E>;

  static {
    stateOf = (call) => call.#state;
  }

  constructor(
    client: Client,
    operation: Operation<unknown>,
    input: CallInput = {},
    options: CallOptions = {},
  ) {
    this.#state = { client, operation, input, options };
  }

  /** Sends the request and gives the decoded answer. */
  async send(): Promise<T> {
    return (await execute(this.#state)) as T;
  }

  /** Like {@link send}, with the declared errors as values. */
  async result(): Promise<Result<T, E>> {
    try {
      return { ok: true, value: await this.send() };
    } catch (error) {
      return { ok: false, error: error as E };
    }
  }

  /** The same call, giving status, headers and the like together with the value. */
  withResponse(): Call<WithResponse<T>, E> {
    return this as unknown as Call<WithResponse<T>, E>;
  }

  /** The same call, giving the response with its body unread. */
  asResponse(): Call<RawResponse, E> {
    return this as unknown as Call<RawResponse, E>;
  }

  /** Limits the whole call, or sets both limits: milliseconds, 0 is no limit. */
  timeout(limit: number | Timeouts): this {
    return this.options({ timeout: limit });
  }

  /** Ends the call when `signal` aborts. */
  signal(signal: AbortSignal): this {
    return this.options({ signal });
  }

  /** Sets a request header; null removes it. */
  header(name: string, value: string | null): this {
    return this.options({ headers: { [name]: value } });
  }

  /** Merges call options; later ones win. */
  options(options: CallOptions): this {
    const { client, operation, input, options: before } = this.#state;
    return again(this, client, operation, input, {
      ...before,
      ...options,
      headers: { ...before.headers, ...options.headers },
    });
  }
}

/** Another call of the same class. */
function again<C extends Call<unknown, unknown>>(
  call: C,
  client: Client,
  operation: Operation<unknown>,
  input: CallInput,
  options: CallOptions,
): C {
  const Class = call.constructor as new (
    client: Client,
    operation: Operation<unknown>,
    input: CallInput,
    options: CallOptions,
  ) => C;
  return new Class(client, operation, input, options);
}

/** For builders: the same call with one more parameter. */
export function withParam<C extends Call<unknown, unknown>>(
  call: C,
  name: string,
  value: unknown,
): C {
  const { client, operation, input, options } = stateOf(call);
  const params = { ...input.params, [name]: value };
  return again(call, client, operation, { ...input, params }, options);
}

/** For builders: the same call with one more member of the body. */
export function withField<C extends Call<unknown, unknown>>(
  call: C,
  name: string,
  value: unknown,
): C {
  const { client, operation, input, options } = stateOf(call);
  const body = { ...(input.body as object | undefined), [name]: value };
  return again(call, client, operation, { ...input, body }, options);
}
