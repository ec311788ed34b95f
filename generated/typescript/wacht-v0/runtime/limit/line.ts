/** At most `count` grants in any `period` milliseconds. */
export type Window = readonly [count: number, period: number];

/** What is known of one key: who was let through when, and who waits. */
export interface Line {
  /** Times of the last grants, the oldest first; as many as the largest window counts. */
  readonly grants: number[];
  /** The service said that nobody may go before this time (LIMIT-4). */
  gate: number;
  /** Those who wait, the first in front: each is told when it is there. */
  readonly queue: (() => void)[];
}

/** When the call behind `ahead` others may go, if nothing changes (LIMIT-1). */
export function dueTime(
  line: Line,
  windows: readonly Window[],
  ahead: number,
  now: number,
): number {
  const times = [...line.grants];
  const next = (): number =>
    windows.reduce(
      (due, [count, period]) =>
        Math.max(due, (times[times.length - count] ?? -Infinity) + period),
      Math.max(now, line.gate, times.at(-1) ?? now),
    );
  for (let index = 0; index < ahead; index++) times.push(next());
  return next();
}

/** Notes that a call went through. */
export function grant(
  line: Line,
  windows: readonly Window[],
  now: number,
): void {
  line.grants.push(now);
  const most = Math.max(...windows.map(([count]) => count));
  if (line.grants.length > most) line.grants.shift();
}

/** Waits in the line until one is the first in it; gives what to call on leaving, early or not (LIMIT-6). */
export async function standIn(
  { queue }: Line,
  signal: AbortSignal,
): Promise<() => void> {
  let tell = (): void => undefined;
  const entry = (): void => tell();
  const leave = (): void => {
    queue.splice(queue.indexOf(entry), 1);
    queue[0]?.();
  };
  queue.push(entry);
  if (queue[0] === entry) return leave;
  await new Promise<void>((resolve) => {
    tell = resolve;
    signal.addEventListener("abort", tell);
  });
  signal.removeEventListener("abort", tell);
  if (!signal.aborted) return leave;
  leave();
  throw signal.reason;
}
