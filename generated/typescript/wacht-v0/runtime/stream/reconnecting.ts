import { TimeoutError, TransportError } from "../errors/interruptions.js";
import type { Resume } from "./stream-type.js";

/** How often a stream connects again, and after how many milliseconds where it does not say (SSE-14). */
const mostReconnects = 5;
const usualWait = 3_000;

/** Connects again where nothing but the connection was lost, until the answer is 204. */
export const reconnecting: Resume = async (
  { info, job, lastEventId, retry = usualWait },
  times,
  error,
  signal,
) => {
  const isLoss =
    error === undefined ||
    error instanceof TransportError ||
    error instanceof TimeoutError;
  const isOver = info.status === 204 || times > mostReconnects;
  // Other ids cannot be sent back, and without one it would begin anew (HDR-2).
  if (!isLoss || isOver || !/^[ -~]*$/.test(lastEventId)) return false;
  await job.clock.sleep(retry, signal).catch((): undefined => undefined);
  return true;
};
