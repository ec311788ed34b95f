import type { CallInput, Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { RawResponse, ResponseInfo, WithResponse } from "./result.js";

/** What a call gives: how it reads a successful answer, and what becomes of the value. */
export interface CallForm {
  /** Reads the response instead of the operation's own reader. */
  read?(response: Response, signal: AbortSignal | undefined): Promise<unknown>;
  /** Joins the value and what is known of its response. */
  join(value: unknown, info: ResponseInfo): unknown;
}

/** Everything that describes a call before it is sent: what its class is made with. */
export type CallState = readonly [
  client: object,
  operation: Operation<unknown>,
  input: CallInput,
  options: CallOptions,
  form?: CallForm | undefined,
];

/** Gives the value together with the response. */
export const withInfo: CallForm = {
  join: (value, info): WithResponse<unknown> => ({ ...info, value }),
};

/** Gives the response with its body unread; the caller's signal still ends it. */
export const raw: CallForm = {
  async read(response, signal) {
    const body = response.body?.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(),
      signal && { signal },
    );
    return new Response(body ?? null, response);
  },
  join: (value, info): RawResponse => ({
    ...info,
    response: value as Response,
  }),
};
