import { attempt } from "./attempt.js";
import { choose } from "./auth.js";
import { buildRequest } from "./build-request.js";
import type { CallState } from "./call-state.js";
import { bounded } from "./deadline.js";
import {
  CancelledError,
  TimeoutError,
  type TimeoutPhase,
} from "./errors/interruptions.js";
import type { Job } from "./job.js";
import { redactor } from "./redact.js";
import { settingsOf } from "./settings.js";
import { timeoutsOf } from "./timeouts.js";

/**
 * A call from its arguments to its answer: the request is made and checked, then
 * attempted within the call's limits. Whatever repeats or delays attempts belongs
 * between the two bounds.
 */
export async function execute(call: CallState): Promise<unknown> {
  const job = prepare(call);
  const { clock } = job.settings;
  const { id } = call.operation;
  const limits = limitsOf(job);
  const bounds = (
    phase: TimeoutPhase,
    ended: (reason: unknown) => unknown,
  ) => ({
    clock,
    limit: limits[phase],
    expired: (elapsed: number) =>
      new TimeoutError(id, phase, limits[phase], elapsed, job.repeatable),
    ended,
  });
  return bounded(
    call.options.signal,
    bounds("total", (reason) => new CancelledError(id, reason)),
    (total) =>
      bounded(
        total,
        bounds("attempt", (reason) => reason),
        (signal) => attempt(job, signal),
      ),
  );
}

function prepare(call: CallState): Job {
  const { client, operation, options } = call;
  const settings = settingsOf(client);
  const { service, credentials, clock } = settings;
  const spec = operation.spec();
  const start = clock.now();
  const headers = { ...settings.options.headers, ...options.headers };
  const requirement = spec.auth ?? service.auth?.();
  const schemes = choose(service, requirement, credentials, headers);
  return {
    call,
    spec,
    settings,
    schemes,
    request: buildRequest(call, spec, settings, schemes),
    repeatable:
      spec.idempotent ??
      /^(GET|HEAD|PUT|DELETE|OPTIONS)$/.test(operation.method),
    redact: redactor(credentials),
    elapsed: () => clock.now() - start,
  };
}

/** Milliseconds: the call's own, the client's, the operation's, the service's (CFG-1). */
function limitsOf({ call, spec, settings }: Job): Record<TimeoutPhase, number> {
  const { service, timeout } = settings;
  const own = timeoutsOf(call.options.timeout);
  const levels = [own, timeout, spec.timeout, service.timeout];
  const pick = (phase: TimeoutPhase, last: number): number =>
    levels.find((level) => level?.[phase] !== undefined)?.[phase] ?? last;
  return { attempt: pick("attempt", 30_000), total: pick("total", 60_000) };
}
