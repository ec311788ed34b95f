import {
  TimeoutError,
  TransportError,
  type TimeoutPhase,
  type TransportPhase,
} from "../errors/interruptions.js";
import type { Job } from "./job.js";
import { redactCause } from "../client/redact.js";

/** Codes of failures before anything was sent: no connection, or no trust in it (1.4, class A). */
const unsent =
  /^(E(CONNREFUSED|NOTFOUND|AI_|HOSTUN|NETUN|RR_TLS|RR_SSL)|UND_ERR_CONN|UNABLE)|CERT/;

/** Those that another attempt would meet again: no trust in the other side. */
const untrusted = /^UNABLE|CERT/;

/** The first code in a chain of causes. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause ? codeOf(cause) : undefined;
}

/** How far the call came, and that in words. */
function phaseOf(
  code: string | undefined,
  inBody: boolean,
): [phase: TransportPhase, words: string] {
  if (inBody) return ["body", "the response was cut"];
  if (!code) return ["unknown", "the request failed"];
  return unsent.test(code)
    ? ["connect", "no connection"]
    : ["response", "no response"];
}

/** The error of a limit that ran out (TIME-4). */
export function timedOut(
  job: Job,
  phase: TimeoutPhase,
  limit: number,
): TimeoutError {
  const elapsed = job.elapsed();
  const words = `${phase} limit of ${limit} ms, after ${elapsed} ms`;
  const retryable = job.repeatable && phase === "attempt";
  return new TimeoutError(job.id, words, { phase, limit, elapsed, retryable });
}

/** The error of a request that got no response, or only a part of it. */
export function connectionFailure(
  job: Job,
  error: unknown,
  inBody: boolean,
): TransportError | TimeoutError {
  const code = codeOf(error);
  // Node's own limits, which a caller cannot set through fetch.
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT/.test(`${code}`))
    return timedOut(job, "attempt", 300_000);
  const [phase, words] = phaseOf(code, inBody);
  const mayHaveBeenProcessed = phase !== "connect";
  return new TransportError(job.id, words + (code ? ` (${code})` : ""), {
    phase,
    code,
    mayHaveBeenProcessed,
    attempts: job.attempt,
    retryable:
      (job.repeatable || !mayHaveBeenProcessed) && !untrusted.test(`${code}`),
    cause: redactCause(error, job.redact),
  });
}
