import type { Job } from "../call/job.js";
import type { Moments } from "./notify.js";
import type { Transport } from "../http/transport.js";

/** What a client does beside its calls; see `hooks`. */
export interface Hooks {
  /** Puts middleware around a transport (HOOK-1). */
  wrap(job: Job, transport: Transport): Transport;
  /** Tells observers and the log (HOOK-2, HOOK-3). */
  notify<Moment extends keyof Moments>(
    job: Job,
    moment: Moment,
    details: Moments[Moment],
  ): void;
}
