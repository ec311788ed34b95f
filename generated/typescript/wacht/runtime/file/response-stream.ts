import { connectionFailure, timedOut } from "../call/connection-failure.js";
import { limitOf, onCancel, startTimer } from "../call/deadline.js";
import type { Job } from "../call/job.js";
import { ClientError } from "../errors/client-error.js";

/**
 * The body of a response for the caller to read. What goes wrong is an error of the
 * call; a gap longer than the idle limit, or the caller's signal, ends it.
 */
export function responseStream(
  job: Job,
  { body }: Response,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { value } = reader ? await patiently(job, reader.read()) : {};
          if (value) controller.enqueue(value);
          else controller.close();
        } catch (error) {
          reader?.cancel().catch(() => {});
          throw error instanceof ClientError
            ? error
            : connectionFailure(job, error, true);
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** `read`, for no longer than the idle limit and until the caller's signal aborts. */
async function patiently<T>(job: Job, read: Promise<T>): Promise<T> {
  const limit = limitOf(job, "idle");
  const stops: (() => void)[] = [];
  const cut = new Promise<never>((_, reject) => {
    const expire = (): void => reject(timedOut(job, "idle", limit));
    stops.push(onCancel(job, reject), startTimer(job, limit, expire));
  });
  try {
    return await Promise.race([read, cut]);
  } finally {
    for (const stop of stops) stop();
  }
}
