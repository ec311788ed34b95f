import type { Job } from "../call/job.js";
import { shownJson } from "./shown-json.js";

/** Names of what is never shown (SEC-2). */
const secretName =
  /^(authorization|proxy-authorization|cookie|set-cookie)$|key|token|secret|signature|password/i;

/** Headers whose values say nothing of anybody (SEC-2). */
const openHeader =
  /^(accept|age|allow|cache-control|content-(encoding|language|length|type)|date|etag|expires|idempotency-key|last-modified|location|retry-after(-ms)?|server|user-agent|vary|via|(x-)?request-id|x-retry-count|(x-)?ratelimit.*)$/;

/** Whether the value under a name is shown as `***`. */
function isSecret(job: Job, name: string): boolean {
  return secretName.test(name) || isDeclared(job, name);
}

/** Whether the schema calls it secret. */
function isDeclared({ service }: Job, name: string): boolean {
  return service.secrets?.includes(name) === true;
}

/** A URL without user, credentials and secret values. */
export function shownUrl(job: Job, url: string): string {
  return job.redact(shownPairs(job, shownPath(job, url)));
}

/** `url` without the secret parameters of its path. */
function shownPath(job: Job, url: string): string {
  const { path } = job.operation;
  const names: string[] = [];
  const form = path.replace(
    /\{([^{}]*)\}|[^\w/]/g,
    (text, name: string | undefined) => {
      if (name === undefined) return `\\${text}`;
      names.push(name);
      return "([^?#]*?)";
    },
  );
  if (!names.some((name) => isDeclared(job, name))) return url;
  return url.replace(
    new RegExp(`${form}(?=$|[?#])`),
    (_, ...values: readonly string[]) =>
      path.replace(/\{([^{}]*)\}/g, (_, name: string) =>
        isDeclared(job, name) ? "***" : `${values[names.indexOf(name)]}`,
      ),
  );
}

/** The pairs of a query or a form without secret values: neither `pin=1`, nor `a[pin]=1`, nor `a={"pin":1}`. */
function shownPairs(job: Job, text: string): string {
  return text.replace(
    /(^|[?&])([^=?&#]*)=([^&#]*)/g,
    (pair, mark: string, name: string, value: string) => {
      const parts = decoded(name).split(/[[\]]+/);
      if (parts.some((part) => isSecret(job, part)))
        return `${mark}${name}=***`;
      const plain = decoded(value);
      const shown = shownJson(job.service.secrets, plain);
      return shown === plain
        ? pair
        : `${mark}${name}=${encodeURIComponent(shown)}`;
    },
  );
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

/** The start of a body, secret members as `***`. */
export function shownBody(job: Job, text: string, limit: number): string {
  const isJson = /^\s*["[{]/.test(text);
  const shown = isJson
    ? shownJson(job.service.secrets, text)
    : shownPairs(job, text);
  return job.redact(shown).slice(0, limit);
}
