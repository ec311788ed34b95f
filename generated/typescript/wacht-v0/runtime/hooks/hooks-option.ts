import type { Environment } from "../client/environment.js";
import type { Job } from "../call/job.js";
import type { Moments } from "./notify.js";
import type { Transport } from "../http/transport.js";

/** What goes on beside a client's calls; made by `hooks`. */
export interface Hooks {
  /** Gives the handlers of a client that reads its environment; none if there is nothing to do. */
  open(environment: Environment): Handlers | undefined;
}

/** What a client's calls go through. */
export interface Handlers extends Hooks {
  /** Puts middleware around a transport (HOOK-1). */
  wrap(job: Job, transport: Transport): Transport;
  /** Tells observers and the log (HOOK-2, HOOK-3). */
  notify<Moment extends keyof Moments>(
    job: Job,
    moment: Moment,
    details?: Moments[Moment],
  ): void;
}
