import type { RateLimit } from "../model/index.js";
import { valueAt } from "./fields.js";
import type { Received } from "./request/received.js";

/** Whether a request is within its limit, and what to tell the caller about it. */
export interface Grant {
  readonly granted: boolean;
  /** `RateLimit-Limit`, `-Remaining` and `-Reset` of the window that is nearest to its end, and `Retry-After` (seconds) on refusal. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Window {
  readonly count: number;
  readonly remaining: number;
  /** Milliseconds until the window has room for one more than now. */
  readonly reset: number;
}

/** Rolling windows, one set for each limit and key (LIMIT-1): a request is granted if in each window the N-th last one is a period old. */
export class RollingWindows {
  readonly #grants = new Map<string, number[]>();

  take({ name, windows }: RateLimit, key: string, now: number): Grant {
    const longest = Math.max(...windows.map(({ period }) => period));
    const place = JSON.stringify([name, key]);
    const grants = (this.#grants.get(place) ?? []).filter((at) => now - at < longest);
    const states = windows.map(({ count, period }) => stateOf(grants, count, period, now));
    const full = states.filter(({ remaining }) => remaining === 0);
    const granted = full.length === 0;
    if (granted) grants.push(now);
    this.#grants.set(place, grants);
    const nearest = [...states].sort((a, b) => a.remaining - b.remaining || b.reset - a.reset)[0];
    const wait = Math.max(0, ...full.map(({ reset }) => reset));
    return {
      granted,
      headers: {
        ...(nearest && {
          "RateLimit-Limit": String(nearest.count),
          "RateLimit-Remaining": String(Math.max(0, nearest.remaining - (granted ? 1 : 0))),
          "RateLimit-Reset": seconds(nearest.reset),
        }),
        ...(!granted && { "Retry-After": seconds(wait) }),
      },
    };
  }
}

function stateOf(grants: readonly number[], count: number, period: number, now: number): Window {
  const inside = grants.filter((at) => now - at < period);
  const remaining = Math.max(0, count - inside.length);
  const oldest = remaining === 0 ? inside.at(-count) : inside[0];
  return { count, remaining, reset: oldest === undefined ? period : oldest + period - now };
}

function seconds(milliseconds: number): string {
  return String(Math.ceil(milliseconds / 1000));
}

/** What is counted: the first of the limit's places that the request has (LIMIT-2). */
export function limitKey({ key }: RateLimit, received: Received, credentials: readonly string[]): string {
  for (const place of key) {
    const [where = "", ...path] = place.split(".");
    const value = where === "credential" ? credentials.join("\n") : placeValue(received, where, path);
    if (value !== undefined && value !== "") return `${place}=${value}`;
  }
  return "";
}

function placeValue({ body, params, headers }: Received, where: string, path: readonly string[]): string | undefined {
  if (where === "header") return headers.get(path.join(".")) ?? undefined;
  const found = where === "body" ? valueAt(body, path) : where === "path" || where === "query" ? valueAt(params[where], path) : undefined;
  return found === undefined || found === null ? undefined : typeof found === "object" ? JSON.stringify(found) : String(found);
}
