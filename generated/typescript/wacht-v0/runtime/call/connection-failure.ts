import {
  TimeoutError,
  TransportError,
  type TimeoutPhase,
  type TransportPhase,
} from "../errors/interruptions.js";
import type { Job } from "./job.js";
import { causesOf, redactCause } from "../client/redact.js";

/** Codes of failures before anything was sent: no connection, or no trust in it (1.4, class A). */
const unsent =
  /^(E(CONNREFUSED|NOTFOUND|AI_|HOSTUN|NETUN|RR_TLS|RR_SSL)|UND_ERR_CONN|UNABLE)|CERT|\(Connect\)|before secure TLS/;

/** Those that another attempt would meet again: no trust in the other side. */
const untrusted = /^UNABLE|CERT|certificate/;

/** The first code in a chain of causes, and what the innermost one says, without queries of URLs (SEC-2). */
function reasonOf(error: unknown): [code: string | undefined, said: string] {
  const causes = causesOf(error);
  const codes = causes.map((each) => Object(each).code as unknown);
  const last: unknown = causes.at(-1);
  const said = `${Object(last).message ?? last ?? ""}`;
  return [
    codes.find((code) => typeof code === "string"),
    said.replace(/\?[^\s)]+/g, "").replace(/\s+/g, " "),
  ];
}

/** How far the call came, and that in words. */
function phaseOf(
  reason: string,
  isCode: boolean,
  inBody: boolean,
): [phase: TransportPhase, words: string] {
  if (inBody) return ["body", "the response was cut"];
  if (unsent.test(reason)) return ["connect", "no connection"];
  return isCode || /client error|HTTP/.test(reason)
    ? ["response", "no response"]
    : ["unknown", "the request failed"];
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
  const [code, said] = reasonOf(error);
  const reason = code ?? job.redact(said).slice(0, 200);
  // Node's own limits, which a caller cannot set through fetch.
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT/.test(`${code}`))
    return timedOut(job, "attempt", 300_000);
  const [phase, words] = phaseOf(reason + said, code !== undefined, inBody);
  const mayHaveBeenProcessed =
    phase !== "connect" && !/REFUSED_STREAM/.test(said);
  return new TransportError(job.id, words + (reason && ` (${reason})`), {
    phase,
    code,
    mayHaveBeenProcessed,
    attempts: job.attempt,
    retryable:
      (job.repeatable || !mayHaveBeenProcessed) && !untrusted.test(reason),
    cause: redactCause(error, job.redact),
  });
}
