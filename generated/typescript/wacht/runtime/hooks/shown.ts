import type { Job } from "../call/job.js";

/** Names of what is never shown (SEC-2). */
const secretName =
  /^(authorization|proxy-authorization|cookie|set-cookie)$|key|token|secret|signature|password/i;

/** Headers whose values say nothing of anybody (SEC-2). */
const openHeader =
  /^(accept|age|allow|cache-control|content-(encoding|language|length|type)|date|etag|expires|idempotency-key|last-modified|location|retry-after(-ms)?|server|user-agent|vary|via|(x-)?request-id|x-retry-count|(x-)?ratelimit.*)$/;

/** Whether the value under a name may be shown. */
function isSecret(job: Job, name: string): boolean {
  return secretName.test(name) || job.service.secrets?.includes(name) === true;
}

/** A URL without user, credentials and secret values. */
export function shownUrl(job: Job, url: string): string {
  const shown = url.replace(
    /([?&])([^=&#]*)=([^&#]*)/g,
    (pair, mark: string, name: string) =>
      isSecret(job, decoded(name)) ? `${mark}${name}=***` : pair,
  );
  return job.redact(shown);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers as name and value; what is not known to be harmless is `***`. */
export function shownHeaders(
  job: Job,
  headers: Headers,
  options: { readonly all?: boolean } = {},
): [name: string, value: string][] {
  const shown: [name: string, value: string][] = [];
  headers.forEach((value, name) => {
    const isOpen =
      openHeader.test(name) || (options.all && !isSecret(job, name));
    shown.push([name, isOpen ? job.redact(value) : "***"]);
  });
  return shown;
}

/** The start of a body as one line, secret members as `***`. */
export function shownBody(job: Job, text: string, limit: number): string {
  let shown = job.redact(text);
  for (const name of job.service.secrets ?? []) {
    const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    shown = shown.replace(
      new RegExp(`(${key}\\s*:\\s*)("(\\\\.|[^"\\\\])*"?|[^,}\\]]*)`, "g"),
      '$1"***"',
    );
  }
  return shown.slice(0, limit);
}
