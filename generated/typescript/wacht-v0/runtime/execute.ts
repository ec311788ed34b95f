import { attempt } from "./attempt.js";
import { choose } from "./auth.js";
import { buildRequest } from "./build-request.js";
import type { CallState } from "./call-form.js";
import { bounded } from "./deadline.js";
import type { Job } from "./job.js";
import { settingsOf } from "./settings.js";

/**
 * A call from its arguments to its answer: the request is made and checked, then
 * attempted within the call's limits. Whatever repeats or delays attempts belongs
 * between the two.
 */
export async function execute([
  client,
  operation,
  input,
  call,
  form,
]: CallState): Promise<unknown> {
  const settings = settingsOf(client);
  const { service, clock } = settings;
  const { id, method } = operation;
  const spec = operation.spec();
  const start = clock.now();
  const job: Job = {
    ...settings,
    id,
    spec,
    call,
    form,
    schemes: choose(settings, spec.auth ?? service.auth?.(), call.headers),
    repeatable:
      spec.idempotent ?? /^(GET|HEAD|PUT|DELETE|OPTIONS)$/.test(method),
    elapsed: () => clock.now() - start,
  };
  const request = buildRequest(job, operation, input);
  return bounded(job, (signal) => attempt(job, { ...request, signal }));
}
