/** What a response says about the service's rate limit (ERR-4). */
export interface RateLimit {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** As the service counts it: mostly seconds from now. */
  readonly reset: number | undefined;
}

/**
 * The rate limit that an error or a raw response tells of: `RateLimit-*`,
 * `X-RateLimit-*`, or the structured `RateLimit` field. A function of its own, so
 * that programs which do not ask do not carry it.
 *
 * @example
 * if (error.kind === "RateLimited") console.log(rateLimitOf(error)?.reset);
 */
export function rateLimitOf({
  headers,
}: {
  readonly headers: Headers;
}): RateLimit | undefined {
  const read = (name: string, letter: string): number | undefined => {
    const member = new RegExp(`\\b(?:${name}|${letter})=\\d+`);
    const texts = [
      headers.get(`ratelimit-${name}`),
      headers.get(`x-ratelimit-${name}`),
      member.exec(headers.get("ratelimit") ?? "")?.[0],
    ];
    const digits = /\d+(\.\d+)?/.exec(texts.join());
    return digits ? Number(digits[0]) : undefined;
  };
  const limit = read("limit", "q");
  const remaining = read("remaining", "r");
  const reset = read("reset", "t");
  return (limit ?? remaining ?? reset) === undefined
    ? undefined
    : { limit, remaining, reset };
}
