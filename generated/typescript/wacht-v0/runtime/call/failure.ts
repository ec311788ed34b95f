import type { ApiError } from "../errors/api-error.js";
import { findCase } from "../errors/error-cases.js";
import { decodeText } from "../codecs/json-answer.js";
import type { Job } from "./job.js";
import { parseJson } from "../codecs/parse-json.js";
import { readText } from "../http/read-text.js";
import { infoOf } from "./call-form.js";
import { isRepeatedStatus } from "../retry/failure-class.js";
import { retryAfterOf } from "../http/retry-after.js";
import { valueAt } from "../codecs/value-at.js";

/** Makes the error of a response outside 2xx, whatever its body is (ERR-1, ERR-2). */
export async function failureOf(
  job: Job,
  response: Response,
): Promise<ApiError> {
  const { names, body, message, code } = job.service.errors ?? {};
  const info = infoOf(job, response);
  const rawBody = await readText(response, 65_536);
  const json = attempt(() => parseJson(rawBody));
  const found = findCase(info.status, json, job.spec.errors, names);
  const retryAfter = retryAfterOf(info.headers, job.clock.now());
  const codec = found.body ?? body?.();
  const line = (text: string): string =>
    job.redact(text).replace(/[\s\p{Cc}]+/gu, " ");
  const detail = line(
    firstText(json, message, /^s/) || wordsOf(response, json, rawBody),
  );
  return new found.type(job.id, detail, {
    ...info,
    rawBody,
    detail,
    errorName: found.errorName,
    code: line(firstText(json, code, /^[sn]/)) || undefined,
    body: codec && attempt(() => decodeText(rawBody, codec)),
    retryAfter,
    retryable: isRepeatedStatus(job, response, retryAfter),
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

/** The first value at one of `paths` whose kind is wanted, as text. */
function firstText(
  json: unknown,
  paths: readonly string[] = [],
  kinds: RegExp,
): string {
  const values = paths.map((path) => valueAt(json, path));
  return `${values.find((value) => kinds.test(typeof value)) ?? ""}`;
}

/** The start of a body for people; of markup, or of JSON without a message, only what it is. */
function wordsOf(response: Response, json: unknown, text: string): string {
  const media = response.headers.get("content-type")?.split(";")[0];
  if (
    json === undefined &&
    !/html|xml/.test(`${media}`) &&
    /^\s*[^\s<]/.test(text)
  )
    return text.slice(0, 200);
  const size = Number(response.headers.get("content-length")) || text.length;
  const amount = size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`;
  const about = text && ` (${media ?? "no media type"}, ${amount})`;
  return (response.statusText + about).trim() || "no reason given";
}
