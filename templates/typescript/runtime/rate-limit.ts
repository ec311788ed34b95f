/** What a response says about the service's rate limit (ERR-4). */
export interface RateLimit {
  readonly limit?: number;
  readonly remaining?: number;
  /** As the service counts it: mostly seconds from now. */
  readonly reset?: number;
}

/** Reads `RateLimit-*`, `X-RateLimit-*` and the structured `RateLimit` field. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const field = headers.get("ratelimit") ?? "";
  const record: { [name: string]: number } = {};
  for (const [name, short] of [
    ["limit", "q"],
    ["remaining", "r"],
    ["reset", "t"],
  ] as const) {
    const member = new RegExp(`(?:^|[,;\\s])(?:${name}|${short})=(\\d+)`);
    const text =
      headers.get(`ratelimit-${name}`) ??
      headers.get(`x-ratelimit-${name}`) ??
      member.exec(field)?.[1] ??
      "";
    if (/^\d/.test(text)) record[name] = parseFloat(text);
  }
  return Object.keys(record).length > 0 ? record : undefined;
}
