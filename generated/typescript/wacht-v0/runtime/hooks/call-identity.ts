import type { Job } from "../call/job.js";

const identities = /* @__PURE__ */ new WeakMap<Job, object>();

/** An object that stands for a call and shows nothing of it. */
export function callIdentity(job: Job): object {
  const identity = identities.get(job) ?? {};
  identities.set(job, identity);
  return identity;
}
