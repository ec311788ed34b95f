import { jobOf, reportedJob } from "../call/execute.js";
import { stateOf, type Call } from "../call/call.js";
import type { ClientError } from "../errors/client-error.js";
import type { Job } from "../call/job.js";
import { draftOf, requestOf } from "../request/build-request.js";
import { shownBody, shownHeaders, shownUrl } from "../hooks/shown.js";
import type { HttpRequest } from "../http/transport.js";

/**
 * A request as a command for a shell, credentials and secret values as `***`: that
 * of a call which has not been sent, or of one that failed (DBG-1). Undefined if
 * no request was made.
 *
 * @example
 * console.log(await toCurl(client.ai.listExecutionContexts()));
 */
export async function toCurl(
  of: Call<unknown, unknown> | ClientError,
): Promise<string | undefined> {
  const state = stateOf(of);
  if (!state) {
    const job = reportedJob(of);
    return job?.request && commandOf(job, job.request);
  }
  const job = jobOf(state);
  return commandOf(job, await requestOf(job, draftOf(job)));
}

function commandOf(
  job: Job,
  { method, url, headers, body }: Omit<HttpRequest, "signal">,
): string {
  const words = ["curl", "-X", method, quoted(shownUrl(job, url))];
  for (const [name, value] of shownHeaders(job, headers, { all: true }))
    words.push("-H", quoted(`${name}: ${value}`));
  if (typeof body === "string")
    words.push("--data-raw", quoted(shownBody(job, body, Infinity)));
  else if (body !== undefined) words.push("--data-binary", "@body");
  return words.join(" ");
}

/** For POSIX shells. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
