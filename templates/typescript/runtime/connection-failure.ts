import {
  TimeoutError,
  TransportError,
  type TransportPhase,
} from "./errors/interruptions.js";
import type { Job } from "./job.js";
import { redactCause } from "./redact.js";

/** Codes of failures before anything was sent: no connection, or no trust in it (1.4, class A). */
const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_.*|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|.*_CERT(_.*)?|UNABLE_TO_.*|ERR_TLS_.*|ERR_SSL_.*)$/;

/** Node's own limit for headers, and between two pieces of a body. */
const nodeLimit = 300_000;

/** The first code in a chain of causes. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : codeOf(cause);
}

/** The error of a request that got no response, or only a part of it. */
export function connectionFailure(
  { call, repeatable, redact, elapsed }: Job,
  error: unknown,
  inBody: boolean,
): TransportError | TimeoutError {
  const { id } = call.operation;
  const code = codeOf(error);
  if (code && /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code))
    return new TimeoutError(id, "attempt", nodeLimit, elapsed(), repeatable);
  let phase: TransportPhase = "body";
  if (!inBody && !code) phase = "unknown";
  else if (!inBody) phase = unsent.test(`${code}`) ? "connect" : "response";
  const cause = redactCause(error, redact);
  return new TransportError(id, phase, code, repeatable, cause);
}
