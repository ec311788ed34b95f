/** Milliseconds that a response asks to wait; undefined if it says nothing readable (RETRY-4). */
export function retryAfterOf(
  headers: Headers,
  now: number,
): number | undefined {
  const text = (name: string): string => headers.get(name) ?? "";
  const number = (name: string): number =>
    /^\d+(\.\d+)?$/.test(text(name)) ? Number(text(name)) : NaN;
  // An HTTP-date; asctime's form ends with the year and names no zone.
  const instant = (name: string): number =>
    /^[A-Z][a-z]+,? .*:/.test(text(name))
      ? Date.parse(text(name).replace(/\d$/, "$& GMT"))
      : NaN;
  const date = Math.max(0, instant("retry-after") - (instant("date") || now));
  return [number("retry-after-ms"), number("retry-after") * 1000, date].find(
    (wait) => !Number.isNaN(wait),
  );
}
