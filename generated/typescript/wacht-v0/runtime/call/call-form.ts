import type { CallInput, Operation, Reader } from "./operation.js";
import type { CallOptions } from "../client/options.js";
import type { Job } from "./job.js";
import type { RawResponse, ResponseInfo, WithResponse } from "./result.js";

/**
 * What a call makes of a successful response, which `reader` reads to its end. The
 * limits of attempt and call hold until its promise resolves.
 */
export type CallForm = (
  job: Job,
  response: Response,
  reader: Reader<unknown>,
  info: () => ResponseInfo,
) => Promise<unknown>;

/** Everything that describes a call before it is sent: what its class is made with. */
export type CallState = readonly [
  client: object,
  operation: Operation<unknown>,
  input: CallInput,
  options: CallOptions,
  form: CallForm,
];

/** Gives the value. */
export const valueOnly: CallForm = (_, response, reader) =>
  reader.read(response);

/** Gives the value together with the response. */
export const withInfo: CallForm = async (
  _,
  response,
  reader,
  info,
): Promise<WithResponse<unknown>> => {
  const value = await reader.read(response);
  return { ...info(), value, ...reader.typed?.(info().headers) };
};

/** Gives the response with its body unread; the caller's signal still ends it. */
export const raw: CallForm = async (
  { call: { signal } },
  response,
  _,
  info,
): Promise<RawResponse> => {
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(),
    signal && { signal },
  );
  return { ...info(), response: new Response(body ?? null, response) };
};
