import type { Line, Window } from "./line.js";

/** More keys than these are not kept (LIMIT-2). */
const mostLines = 10_000;

/** The line of `key`. Lines that nobody used for their longest period are dropped, and the oldest where there are too many. */
export function lineOf(
  lines: Map<string, Line>,
  key: string,
  windows: readonly Window[],
  now: number,
): Line {
  const line = lines.get(key) ?? { grants: [], gate: 0, queue: [] };
  const longest = Math.max(...windows.map(([, period]) => period));
  // A map keeps its order: who was used last stands last.
  lines.delete(key);
  for (const [name, { grants, gate, queue }] of lines) {
    const isIdle = (grants.at(-1) ?? 0) + longest <= now && gate <= now;
    if (!isIdle && lines.size < mostLines) break;
    if (queue.length === 0) lines.delete(name);
  }
  lines.set(key, line);
  return line;
}
