import { ApiError, nothing, type ErrorCases, type Service } from "../../templates/typescript/runtime/index.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, everywhere, failureOf, NotFoundError, service } from "./service.js";

/** What a service answers to an operation that declares 404, 429 and 5xx. */
export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly type?: string;
  readonly statusText?: string;
  readonly headers?: Record<string, string>;
  readonly errors?: ErrorCases;
  readonly method?: string;
  readonly of?: Service;
  readonly idempotent?: true;
}

/** The error of an answer; it is the first moment of 2024. */
export function failed({
  status,
  text,
  type = "application/json",
  statusText = "Reason",
  headers,
  errors,
  method = "GET",
  of = service,
  idempotent,
}: Answer): Promise<ApiError> {
  const transport = answering(text ?? null, {
    status,
    statusText,
    headers: { ...(text === undefined ? {} : { "content-type": type }), ...headers },
  });
  const clock = { now: () => Date.UTC(2024, 0, 1), sleep: () => new Promise<void>(() => undefined) };
  const spec = {
    errors: { 404: NotFoundError, ...everywhere, ...errors },
    returns: { 200: nothing },
    ...(idempotent ? { idempotent } : {}),
  };
  return failureOf(callOf(clientOf({ transport, clock }, of), spec, {}, method), ApiError);
}
