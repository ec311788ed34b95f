import { callIdentity } from "./call-identity.js";
import type { Job } from "../call/job.js";
import { shownUrl } from "./shown.js";

/** What every event tells; never a credential. */
export interface CallEvent {
  /** The same object in all events of a call, to keep things by. */
  readonly call: object;
  /** `ai.list_execution_contexts` */
  readonly operation: string;
  readonly method: string;
  /** `/things/{id}` */
  readonly path: string;
  /** The whole URL, secret values as `***`. */
  readonly url: string;
  /** The attempt under way or just ended: 1, 2, ..; 0 before the first. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly elapsed: number;
}

/** A call or an attempt that ended. */
export interface EndEvent extends CallEvent {
  /** The response's, if there is one. */
  readonly status: number | undefined;
  /** Undefined if it succeeded. */
  readonly error: unknown;
}

/** A wait before the next attempt. */
export interface RetryEvent extends CallEvent {
  readonly error: unknown;
  /** Milliseconds. */
  readonly wait: number;
}

/** A wait for a client-side rate limit. */
export interface LimitWaitEvent extends CallEvent {
  /** Milliseconds, as far as can be told. */
  readonly wait: number;
}

/** An event of a stream. */
export interface StreamEventEvent extends CallEvent {
  readonly event: unknown;
}

/** Is told what happens and changes nothing; its exceptions are dropped (HOOK-2). */
export interface Observer {
  callStart?(event: CallEvent): unknown;
  limitWait?(event: LimitWaitEvent): unknown;
  attemptStart?(event: CallEvent): unknown;
  attemptEnd?(event: EndEvent): unknown;
  retry?(event: RetryEvent): unknown;
  callEnd?(event: EndEvent): unknown;
  streamEvent?(event: StreamEventEvent): unknown;
}

/** The event of a moment; `details` are what it has of its own. */
export function eventOf(
  job: Job,
  moment: keyof Observer,
  details: object = {},
): CallEvent {
  const { method, path } = job.operation;
  const { error } = details as { readonly error?: unknown };
  const ended: Partial<EndEvent> = moment.endsWith("End")
    ? { error, status: statusOf(job, error) }
    : {};
  return {
    call: callIdentity(job),
    operation: job.id,
    method,
    path,
    url: shownUrl(job, job.request?.url ?? job.baseUrl + path),
    attempt: job.attempt,
    elapsed: job.elapsed(),
    ...ended,
    ...details,
  };
}

function statusOf(job: Job, error: unknown): number | undefined {
  const { status } = Object(error ?? job.response) as { status?: number };
  return status;
}

/** Tells `observer`; what it throws goes to `failed`. */
export function tell(
  observer: Observer,
  moment: keyof Observer,
  event: CallEvent,
  failed: (error: unknown) => void,
): void {
  const method = observer[moment] as
    ((event: CallEvent) => unknown) | undefined;
  try {
    const result = method?.call(observer, event);
    if (result instanceof Promise) result.catch(failed);
  } catch (error) {
    failed(error);
  }
}
