import { tell } from "../call/execute.js";
import { failureOf } from "../call/failure.js";
import type { Job } from "../call/job.js";
import type { ResponseInfo } from "../call/result.js";
import type { Mismatch } from "../codecs/mismatch.js";
import type { ApiError } from "../errors/api-error.js";
import { attach } from "../errors/client-error.js";
import { DecodeError } from "../errors/decode-error.js";

/** The call and the answer that an error in a stream belongs to. */
interface Answer {
  readonly job: Job;
  readonly info: ResponseInfo;
}

/** The error of an event that does not fit its type (SSE-9). */
export function decodeErrorOf(
  { job, info }: Answer,
  { words, details }: Mismatch,
): DecodeError {
  const error = new DecodeError(job.id, words, { ...info, ...details });
  tell(job, error);
  return error;
}

/** The error that the service reports within a stream (SSE-11). */
export async function reportedErrorOf(
  { job, info }: Answer,
  data: string,
): Promise<ApiError> {
  const { status, headers } = info;
  const error = await failureOf(job, new Response(data, { status, headers }));
  attach(error, { inStream: true, retryable: false });
  tell(job, error);
  return error;
}
