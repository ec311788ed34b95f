/** Milliseconds that a response asks to wait; undefined if it says nothing readable (RETRY-4). */
export function retryAfterOf(
  headers: Headers,
  now: number,
): number | undefined {
  const number = (name: string): number =>
    parseFloat(/^\d+(\.\d+)?$/.exec(headers.get(name) ?? "")?.[0] ?? "");
  // An HTTP-date begins with a weekday; asctime's form ends with the year and names no zone.
  const instant = (name: string): number =>
    Date.parse(
      /^[A-Z][a-z]+,? .*:.*/
        .exec(headers.get(name) ?? "")?.[0]
        .replace(/\d$/, "$& GMT") ?? "",
    );
  const until = instant("retry-after") - (instant("date") || now);
  return [
    number("retry-after-ms"),
    number("retry-after") * 1000,
    Math.max(0, until),
  ].find((wait) => wait >= 0);
}
