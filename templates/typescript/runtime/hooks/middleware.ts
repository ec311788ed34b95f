import { callIdentity } from "./call-identity.js";
import type { CallOptions } from "../client/options.js";
import type { HttpRequest, Transport } from "../http/transport.js";
import type { Job } from "../call/job.js";
import type { Logger } from "./logger.js";
import { MiddlewareError } from "../errors/middleware-error.js";
import { redactCause } from "../client/redact.js";

/** What a middleware knows of the call. */
export interface MiddlewareContext {
  /** The same object as in the events of this call. */
  readonly call: object;
  /** `ai.list_execution_contexts` */
  readonly operation: string;
  /** 1, 2, .. */
  readonly attempt: number;
  readonly options: CallOptions;
  readonly logger: Logger | undefined;
}

/**
 * Stands around each attempt: may change the request, answer it without sending it,
 * send it more than once. What it reads of the response's body, the caller gets as
 * well. What it throws ends the call (HOOK-1).
 *
 * @example
 * const stamped: Middleware = async (request, next) => {
 *   request.headers.set("x-tenant", "7");
 *   return next(request);
 * };
 */
export type Middleware = (
  request: HttpRequest,
  next: Transport,
  context: MiddlewareContext,
) => Promise<Response>;

/** `transport` behind `list`, whose first stands outermost. */
export function behind(
  list: readonly Middleware[],
  transport: Transport,
  job: Job,
  logger: Logger | undefined,
): Transport {
  const passed = new Set<unknown>();
  const innermost: Transport = async (request) => {
    try {
      return rereadable(await transport(request));
    } catch (error) {
      passed.add(error);
      throw error;
    }
  };
  const context: MiddlewareContext = {
    call: callIdentity(job),
    operation: job.id,
    attempt: job.attempt,
    options: job.call,
    logger,
  };
  const chain = list.reduceRight<Transport>(
    (next, each) => async (request) => each(request, next, context),
    innermost,
  );
  return async (request) => {
    try {
      return readable(await chain(request));
    } catch (error) {
      if (passed.has(error)) throw error;
      throw new MiddlewareError(job.id, "a middleware failed", {
        cause: redactCause(error, job.redact),
      });
    }
  };
}

/** What reads a body; `bytes` is not on every platform. */
const readers = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];

/** Whoever reads `response` reads a copy of it: the body stays for those behind. */
function rereadable(response: Response): Response {
  for (const name of readers) {
    const read = Reflect.get(response, name) as unknown;
    if (typeof read !== "function") continue;
    const value = (): unknown => Reflect.apply(read, response.clone(), []);
    Object.defineProperty(response, name, { value, configurable: true });
  }
  return response;
}

/** Takes that back. */
function readable(response: Response): Response {
  for (const name of readers) Reflect.deleteProperty(response, name);
  return response;
}
