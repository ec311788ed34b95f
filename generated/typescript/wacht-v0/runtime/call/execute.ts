import { choose } from "../auth/auth.js";
import { draftOf } from "../request/build-request.js";
import type { CallState } from "./call-form.js";
import { attach, ClientError } from "../errors/client-error.js";
import { onCancel, startLimit } from "./deadline.js";
import type { Job } from "./job.js";
import { notify } from "../hooks/notify.js";
import { repeat } from "../retry/repeat.js";
import { chosen } from "./levels.js";
import { specOf } from "./operation.js";
import { settingsOf } from "../client/settings.js";

/**
 * A call from its arguments to its answer: the request is made and checked, then
 * attempted, perhaps more than once, within the call's limits.
 */
export async function execute(state: CallState): Promise<unknown> {
  const job = jobOf(state);
  const stops: (() => void)[] = [];
  const end = (error: ClientError): void => {
    job.fail?.(error);
    job.control.abort(error);
  };
  try {
    notify(job, "callStart");
    const draft = draftOf(job);
    stops.push(() => draft.release?.());
    stops.push(onCancel(job, end), startLimit(job, "total", end));
    job.control.signal.throwIfAborted();
    const value = await repeat(job, draft);
    notify(job, "callEnd");
    return value;
  } catch (error) {
    if (error instanceof ClientError) tell(job, error);
    notify(job, "callEnd", { error });
    throw error;
  } finally {
    for (const stop of stops) stop();
  }
}

const jobs = new WeakMap<object, Job>();

/** The call that ended with `error`. */
export function reportedJob(error: object): Job | undefined {
  return jobs.get(error);
}

/** Says in the last error what came before it (RETRY-10). */
export function tell(job: Job, error: ClientError): void {
  const { attempt, failed } = job;
  job.ended = job.elapsed();
  jobs.set(error, job);
  const earlier = failed.filter((each) => each !== error);
  const failures = earlier.map(({ message }) => message);
  attach(error, { attempts: attempt, failures });
}

/** A call that is about to begin. */
export function jobOf([client, operation, input, call, form]: CallState): Job {
  const settings = settingsOf(client);
  const { clock, options, service } = settings;
  const { id, method } = operation;
  const spec = specOf(operation);
  const start = clock.now();
  const auth = spec.auth ?? service.auth?.();
  return {
    id,
    operation,
    spec,
    input,
    call,
    form,
    schemes: choose(settings, auth, call.headers),
    repeatable:
      spec.idempotent === true ||
      !!spec.idempotencyKey ||
      chosen({ call, options, spec, service }, "retry", "unsafe") ||
      /^(GET|HEAD|PUT|DELETE|OPTIONS)$/.test(method),
    attempt: 0,
    control: new AbortController(),
    failed: [],
    elapsed: () => clock.now() - start,
    // Last: V8 takes 50 µs to add that many members to a copy.
    ...settings,
  };
}
