import { decodeText, parseJson } from "./decode-json.js";
import type { ApiError } from "./errors/api-error.js";
import { caseOf, valueAt, type ErrorCases } from "./errors/error-cases.js";
import type { Failure } from "./errors/response-error.js";
import type { Redact } from "./redact.js";
import { retryAfterOf } from "./retry-after.js";
import type { ServiceErrors } from "./service.js";

/** What a failed response is understood with. */
export interface FailureContext {
  readonly service: ServiceErrors | undefined;
  readonly errors: ErrorCases | undefined;
  readonly repeatable: boolean;
  readonly now: number;
  readonly redact: Redact;
}

/** Makes the error of a response outside 2xx, whatever its body is (ERR-1, ERR-2). */
export function apiErrorOf(
  failure: Failure,
  statusText: string,
  { service, errors, repeatable, now, redact }: FailureContext,
): ApiError {
  const { status, headers, rawBody } = failure;
  const json = attempt(() => parseJson(rawBody));
  const found = caseOf(status, json, errors, service?.names);
  const codec = found.body ?? service?.body?.();
  const line = (text: string): string =>
    redact(text).replace(/[\s\p{Cc}]+/gu, " ");
  const code = firstText(json, service?.code, true);
  const words =
    firstText(json, service?.message) ??
    (json === undefined ? plainWords(failure) : undefined) ??
    reasonOf(failure, statusText);
  return new found.type({
    ...failure,
    repeatable,
    detail: line(words),
    code: code === undefined ? code : line(code),
    body:
      codec && rawBody ? attempt(() => decodeText(rawBody, codec)) : undefined,
    errorName: found.errorName,
    retryAfter: retryAfterOf(headers, now),
  });
}

/** What `read` gives, or undefined if it fails: a body that does not fit is no second error. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The first string, or number where those count, at one of `paths`. */
function firstText(
  json: unknown,
  paths: readonly string[] = [],
  numbers?: boolean,
): string | undefined {
  for (const path of paths) {
    const value = valueAt(json, path);
    if (typeof value === "string" || (numbers && typeof value === "number"))
      return `${value}`;
  }
  return undefined;
}

const mediaOf = (headers: Headers): string =>
  headers.get("content-type")?.replace(/\s*;.*/, "") ?? "";

/** The start of a body that people can read: of text, never of markup. */
function plainWords({ headers, rawBody }: Failure): string | undefined {
  const text = rawBody.trim();
  return !text || /html|xml/.test(mediaOf(headers)) || text[0] === "<"
    ? undefined
    : text.slice(0, 200);
}

/** `Bad Gateway (text/html, 1.2 kB)`. */
function reasonOf({ headers, rawBody }: Failure, statusText: string): string {
  const size =
    Number(headers.get("content-length")) ||
    new TextEncoder().encode(rawBody).length;
  const amount = size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`;
  const reason = statusText || "no reason given";
  return size > 0
    ? `${reason} (${mediaOf(headers) || "no media type"}, ${amount})`
    : reason;
}
