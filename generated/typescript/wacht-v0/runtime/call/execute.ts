import { attempt } from "./attempt.js";
import { choose } from "../auth/auth.js";
import { buildRequest } from "../request/build-request.js";
import type { CallState } from "./call-form.js";
import { bounded } from "./deadline.js";
import type { Job } from "./job.js";
import { settingsOf } from "../client/settings.js";

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
  const spec = operation.spec();
  const start = settings.clock.now();
  const auth = spec.auth ?? settings.service.auth?.();
  const job: Job = {
    ...settings,
    id: operation.id,
    spec,
    call,
    form,
    schemes: choose(settings, auth, call.headers),
    repeatable:
      spec.idempotent ??
      /^(GET|HEAD|PUT|DELETE|OPTIONS)$/.test(operation.method),
    elapsed: () => settings.clock.now() - start,
  };
  const request = buildRequest(job, operation, input);
  return bounded(job, (signal) => attempt(job, { ...request, signal }));
}
