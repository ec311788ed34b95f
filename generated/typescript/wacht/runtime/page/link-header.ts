/** A link: its target, and the parameters behind it. */
const links =
  /<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"(?:\\.|[^"\\])*"|[^\s;,"]*))?)*)/g;

/** A parameter: its name, and its value as text in quotes or as a token. */
const parameters =
  /;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s;,"]*)))?/g;

/**
 * The target of the first link to the next page in a `Link` header (RFC 8288).
 * Links of something else than the page, which `anchor` names, do not count.
 */
export function nextLink(header: string): string | undefined {
  for (const [, target, rest = ""] of header.matchAll(links)) {
    const found = new Map<string, string>();
    for (const [, name = "", quoted, token = ""] of rest.matchAll(parameters))
      // The first of a name counts.
      if (!found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), quoted ?? token);
    const isNext = /(^|\s)next(\s|$)/i.test(found.get("rel") ?? "");
    if (isNext && !found.has("anchor")) return target;
  }
  return undefined;
}
