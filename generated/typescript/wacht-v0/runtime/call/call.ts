import {
  raw,
  valueOnly,
  withInfo,
  type CallForm,
  type CallState,
} from "./call-form.js";
import type { Client } from "../client/client.js";
import type { CallError } from "../errors/call-error.js";
import { ClientError } from "../errors/client-error.js";
import { execute } from "./execute.js";
import type { CallInput, Operation } from "./operation.js";
import type { CallOptions } from "../client/options.js";
import type {
  RawResponse,
  Result,
  WithResponse,
  WithTypedHeaders,
} from "./result.js";
import type { Timeouts } from "./timeouts.js";

const states = new WeakMap<object, CallState>();

/**
 * A call that has not been sent, whatever it can be asked for. Immutable: every
 * setter gives a new one, so a call can be kept, branched and sent again. `E` is
 * what it can raise.
 */
export class CallBase<E = CallError> {
  /** Never there: it carries the declared errors for the compiler. */
  declare protected readonly outcome: Result<unknown, E>;

  constructor(
    client: Client,
    operation: Operation<unknown>,
    input: CallInput = {},
    options: CallOptions = {},
    form: CallForm = valueOnly,
  ) {
    states.set(this, [client, operation, input, options, form]);
  }

  /** The same call, giving the response with its body unread (RAW-1). */
  asResponse(): Call<RawResponse, E> {
    return inForm(this, raw);
  }

  /** Limits the whole call, or sets both limits: milliseconds, 0 is no limit (TIME-1). */
  timeout(limit: number | Timeouts): this {
    return this.options({ timeout: limit });
  }

  /** Ends the call when `signal` aborts (TIME-3). */
  signal(signal: AbortSignal): this {
    return this.options({ signal });
  }

  /** Sets a request header; null removes it (HDR-1). */
  header(name: string, value: string | null): this {
    return this.options({ headers: { [name]: value } });
  }

  /** Adds options to the call; later ones win, headers one by one. */
  options(options: CallOptions): this {
    const [client, operation, input, before, form] = stateOf(this);
    const headers = { ...before.headers, ...options.headers };
    const all = { ...before, ...options, headers };
    return again(this, [client, operation, input, all, form]);
  }
}

/** A call that has one answer, `T`; `H` are the response headers that the schema declares. */
export class Call<T, E = CallError, H = never> extends CallBase<E> {
  /** Never there: it carries the answer for the compiler. */
  declare protected readonly outcome: Result<T, E>;

  /** Sends the request and gives the decoded answer. Throws the declared errors. */
  async send(): Promise<T> {
    return (await execute(stateOf(this))) as T;
  }

  /** Like {@link send}, with the declared errors as values. */
  async result(): Promise<Result<T, E>> {
    try {
      return { ok: true, value: await this.send() };
    } catch (error) {
      if (error instanceof ClientError)
        return { ok: false, error: error as unknown as E };
      throw error;
    }
  }

  /** The same call, giving status, headers and the like together with the value (RAW-1). */
  withResponse(): Call<
    [H] extends [never] ? WithResponse<T> : WithTypedHeaders<T, H>,
    E
  > {
    return inForm(this, withInfo);
  }
}

/** What a call was made with. */
export function stateOf(call: object): CallState {
  return states.get(call) as CallState;
}

/** The same call, giving something else. */
function inForm<T, E>(call: object, form: CallForm): Call<T, E> {
  const [client, operation, input, options] = stateOf(call);
  return new Call(client as Client, operation, input, options, form);
}

/** A call of the same class with another state. */
function again<C extends object>(call: C, state: CallState): C {
  return new (call.constructor as new (...state: CallState) => C)(...state);
}

/** For builders: the same call with one parameter set. */
export function withParam<C extends object>(
  call: C,
  name: string,
  value: unknown,
): C {
  const [client, operation, input, ...rest] = stateOf(call);
  const params = { ...input.params, [name]: value };
  return again(call, [client, operation, { ...input, params }, ...rest]);
}

/** For builders: the same call with one member of the body set. */
export function withField<C extends object>(
  call: C,
  name: string,
  value: unknown,
): C {
  const [client, operation, input, ...rest] = stateOf(call);
  const body = { ...(input.body as object | undefined), [name]: value };
  return again(call, [client, operation, { ...input, body }, ...rest]);
}
