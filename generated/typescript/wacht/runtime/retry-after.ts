/** Milliseconds that a response asks to wait; undefined if it says nothing readable (RETRY-4). */
export function retryAfterOf(
  headers: Headers,
  now: number,
): number | undefined {
  const number = (name: string): number | undefined => {
    const text = headers.get(name) ?? "";
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  };
  const seconds = number("retry-after");
  const exact = number("retry-after-ms");
  if (exact !== undefined) return exact;
  if (seconds !== undefined) return seconds * 1000;
  const wait =
    instantOf(headers, "retry-after") - (instantOf(headers, "date") || now);
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** An HTTP-date, NaN if it is none: IMF-fixdate, RFC 850, or asctime, which names no zone. */
function instantOf(headers: Headers, name: string): number {
  const [, text] =
    /^([A-Z][a-z]+,? [ \w:-]+?)( GMT)?$/.exec(headers.get(name) ?? "") ?? [];
  return Date.parse(`${text} GMT`);
}
