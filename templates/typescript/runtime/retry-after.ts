const date = /^[A-Z][a-z]{2,8},? [ \w:-]+$/;

/** Milliseconds that a response asks to wait; undefined if it says nothing readable (RETRY-4). */
export function retryAfterOf(
  headers: Headers,
  now: number,
): number | undefined {
  const milliseconds = headers.get("retry-after-ms") ?? "";
  if (/^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const text = headers.get("retry-after") ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = instantOf(text);
  const from = instantOf(headers.get("date") ?? "") ?? now;
  return at === undefined ? undefined : Math.max(0, at - from);
}

/** An HTTP-date: IMF-fixdate, RFC 850 or asctime, which names no zone. */
function instantOf(text: string): number | undefined {
  const zoned = / GMT$/.test(text) ? text : `${text} GMT`;
  const instant = date.test(text) ? Date.parse(zoned) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
