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
) => Promise<unknown>;

/** Everything that describes a call before it is sent: what its class is made with. */
export type CallState = readonly [
  client: object,
  operation: Operation<unknown>,
  input: CallInput,
  options: CallOptions,
  form: CallForm,
];

/** What is known of a response as soon as its headers are there. */
export function infoOf(job: Job, { status, headers }: Response): ResponseInfo {
  const ids = job.service.requestId?.map((name) => headers.get(name));
  return {
    status,
    headers,
    requestId: ids?.find((id) => id !== null) ?? undefined,
    attempts: job.attempt,
    elapsed: job.elapsed(),
  };
}

/** Gives the value. */
export const valueOnly: CallForm = (_, response, reader) =>
  reader.read(response);

/** Gives the value together with the response. */
export const withInfo: CallForm = async (
  job,
  response,
  reader,
): Promise<WithResponse<unknown>> => {
  const value = await reader.read(response);
  const typed = reader.typed?.(response.headers);
  return { ...infoOf(job, response), value, ...typed };
};

/** Gives the response with its body unread; the caller's signal still ends it. */
export const raw: CallForm = async (job, response): Promise<RawResponse> => {
  const { signal } = job.call;
  const body = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(),
    signal && { signal },
  );
  const unread = new Response(body ?? null, response);
  return { ...infoOf(job, response), response: unread };
};
