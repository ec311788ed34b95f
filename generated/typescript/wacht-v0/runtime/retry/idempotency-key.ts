import type { Draft } from "../request/draft.js";
import type { Job } from "../call/job.js";

/** Puts a call's key into its request. */
export type IdempotencyKey = (draft: Draft, job: Job) => void;

/** A key in the header `name`: the call's own or a random one, the same for all its attempts (RETRY-6). */
export function idempotencyKey(name: string): IdempotencyKey {
  return (draft, { call, random }) => {
    draft.headers[name] = call.idempotencyKey ?? random.uuid();
  };
}
