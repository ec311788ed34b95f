import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { InvalidArgumentError, isRetryable, rateLimitOf, TimeoutError } from "../../templates/typescript/runtime/index.js";
import { failed, type Answer } from "./failed.js";

describe("ERR-4: rate limits", () => {
  it.each([
    [
      { "ratelimit-limit": "100", "ratelimit-remaining": "0", "ratelimit-reset": "7.25" },
      { limit: 100, remaining: 0, reset: 7.25 },
    ],
    [
      { "x-ratelimit-limit": "5", "X-RateLimit-Remaining": "4" },
      { limit: 5, remaining: 4, reset: undefined },
    ],
    [
      { "ratelimit-limit": "1", "x-ratelimit-limit": "2" },
      { limit: 1, remaining: undefined, reset: undefined },
    ],
    [{ ratelimit: "limit=100, remaining=50, reset=30" }, { limit: 100, remaining: 50, reset: 30 }],
    [{ ratelimit: '"default";q=9;r=50;t=30' }, { limit: 9, remaining: 50, reset: 30 }],
    [{ ratelimit: '"default"', "ratelimit-reset": "soon" }, undefined],
    [{}, undefined],
  ])("%j", async (headers, expected) => {
    expect(rateLimitOf(await failed({ status: 429, headers: headers as Record<string, string> }))).toEqual(expected);
  });
});

describe("RETRY-4: retryAfter", () => {
  // A date without a zone is in Greenwich's, wherever this runs.
  beforeAll(() => void vi.stubEnv("TZ", "America/New_York"));
  afterAll(() => void vi.unstubAllEnvs());

  const now = "Mon, 01 Jan 2024 00:00:00 GMT";
  it.each<[Record<string, string>, number | undefined]>([
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after-ms": "250.5", "retry-after": "9" }, 250.5],
    [{ "retry-after-ms": "0", "retry-after": "9" }, 0],
    [{ "retry-after-ms": "-1", "retry-after": "9" }, 9000],
    [{ "retry-after": "Mon, 01 Jan 2024 00:00:05 GMT" }, 5000],
    [{ "retry-after": "Monday, 01-Jan-24 00:00:06 GMT" }, 6000],
    [{ "retry-after": "Mon Jan  1 00:00:07 2024" }, 7000],
    [{ "retry-after": "Sun, 31 Dec 2023 00:00:00 GMT" }, 0],
    [{ "retry-after": "Mon, 01 Jan 2024 00:00:05 GMT", date: "Mon, 01 Jan 2024 00:00:02 GMT" }, 3000],
    [{ "retry-after": "Mon, 01 Jan 2024 00:00:05 GMT", date: "soon" }, 5000],
    [{ "retry-after": "-1" }, undefined],
    [{ "retry-after": "1e3" }, undefined],
    [{ "retry-after": "2.25" }, 2250],
    [{ "retry-after": "2 s" }, undefined],
    [{ "retry-after": "on Mon, 01 Jan 2024 00:00:05 GMT" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "2024-01-01" }, undefined],
    [{}, undefined],
  ])("%j", async (headers, expected) => {
    expect(now).toBe(new Date(Date.UTC(2024, 0, 1)).toUTCString());
    expect((await failed({ status: 429, headers })).retryAfter).toBe(expected);
  });
});

describe("ERR-6: isRetryable", () => {
  it.each<[string, Answer, boolean]>([
    ["429, any method", { status: 429, method: "POST" }, true],
    ["408", { status: 408, method: "POST" }, true],
    ["421", { status: 421, method: "POST" }, true],
    ["503 that asks to wait", { status: 503, method: "POST", headers: { "retry-after": "0" } }, true],
    ["503 that does not, of a POST", { status: 503, method: "POST" }, false],
    ["500 of a POST that asks to wait", { status: 500, method: "POST", headers: { "retry-after": "0" } }, false],
    ["500 of a POST that is idempotent", { status: 500, method: "POST", idempotent: true }, true],
    ...[500, 502, 503, 504].map((status): [string, Answer, boolean] => [`${status} of a GET`, { status }, true]),
    ...["HEAD", "PUT", "DELETE", "OPTIONS"].map((method): [string, Answer, boolean] => [`500 of ${method}`, { status: 500, method }, true]),
    ["500 of a PATCH", { status: 500, method: "PATCH" }, false],
    ...[400, 404, 409, 501, 505].map((status): [string, Answer, boolean] => [`${status}`, { status }, false]),
  ])("%s", async (_, given, expected) => expect(isRetryable(await failed(given))).toBe(expected));

  it("is what the error says, and no other error is", () => {
    const timeout = (retryable: boolean): TimeoutError => new TimeoutError("x", "y", { phase: "attempt", limit: 1, elapsed: 1, retryable });
    expect([timeout(true), timeout(false), new InvalidArgumentError("x", [])].map(isRetryable)).toEqual([true, false, false]);
  });
});
