import { attempt } from "./attempt.js";
import { choose } from "./auth.js";
import { buildRequest } from "./build-request.js";
import type { CallState } from "./call-form.js";
import { timedOut } from "./connection-failure.js";
import { bounded } from "./deadline.js";
import { CancelledError, type TimeoutPhase } from "./errors/interruptions.js";
import type { Job } from "./job.js";
import { settingsOf } from "./settings.js";
import { timeoutsOf } from "./timeouts.js";

/**
 * A call from its arguments to its answer: the request is made and checked, then
 * attempted within the call's limits. Whatever repeats or delays attempts belongs
 * between the two bounds.
 */
export async function execute(call: CallState): Promise<unknown> {
  const job = jobOf(call);
  const { id, settings, options } = job;
  const { clock } = settings;
  const { signal } = options;
  const request = buildRequest(job, call[2]);
  const whole = limitOf(job, "total", 60_000);
  const each = limitOf(job, "attempt", 30_000);
  const cancelled = (): CancelledError =>
    new CancelledError(id, "by the caller's signal", { cause: signal?.reason });
  return bounded(
    clock,
    whole,
    signal,
    (expired) => (expired ? timedOut(job, "total", whole) : cancelled()),
    (total) =>
      bounded(
        clock,
        each,
        total,
        (expired) => (expired ? timedOut(job, "attempt", each) : total.reason),
        (signal) => attempt(job, { ...request, signal }),
      ),
  );
}

function jobOf([client, operation, , options, form]: CallState): Job {
  const settings = settingsOf(client);
  const { id, method } = operation;
  const spec = operation.spec();
  const auth = spec.auth ?? settings.service.auth?.();
  const start = settings.clock.now();
  return {
    id,
    spec,
    settings,
    operation,
    options,
    form,
    schemes: choose(settings, auth, options.headers),
    repeatable:
      spec.idempotent ?? /^(GET|HEAD|PUT|DELETE|OPTIONS)$/.test(method),
    elapsed: () => settings.clock.now() - start,
  };
}

/** Milliseconds: the call's own, the client's, the operation's, the service's (CFG-1). */
function limitOf(
  { options, spec, settings }: Job,
  phase: TimeoutPhase,
  last: number,
): number {
  const levels = [
    timeoutsOf(options.timeout),
    settings.timeout,
    spec.timeout,
    settings.service.timeout,
  ];
  const level = levels.find((each) => each?.[phase] !== undefined);
  return level?.[phase] ?? last;
}
