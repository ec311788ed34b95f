/** A media type without its parameters, in lower case (RFC 9110 section 8.3.1). */
export function essenceOf(media: string | null): string {
  return `${media}`.split(";", 1).join().trim().toLowerCase();
}

/** Whether a body is said to be JSON (JSON-17). */
export function isJson(media: string | null): boolean {
  return /^application\/json$|.\+json$/.test(essenceOf(media));
}
