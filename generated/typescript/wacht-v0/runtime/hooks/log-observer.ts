import type { Job } from "../call/job.js";
import type { Logger } from "./logger.js";
import type { Observer } from "./observer.js";
import { readText } from "../http/read-text.js";
import { shownBody, shownHeaders } from "./shown.js";
import type { HttpRequest, Transport } from "../http/transport.js";

/** As much of a body as is logged. */
const bodyLimit = 1024;

/** Writes a line for each attempt, and for each wait before one (HOOK-3). */
export function logObserver(logger: Logger): Observer {
  const textOf = (error: unknown): string =>
    error instanceof Error ? error.message : "failed";
  return {
    attemptEnd({ operation, method, url, attempt, elapsed, status, error }) {
      const outcome = error ? textOf(error) : `${operation}: ${status}`;
      logger.info(
        `${outcome}; ${method} ${url}, attempt ${attempt}, after ${elapsed} ms`,
      );
    },
    retry({ operation, wait, attempt }) {
      logger.info(`${operation}: attempt ${attempt + 1} in ${wait} ms`);
    },
    limitWait({ operation, wait }) {
      logger.info(`${operation}: waits ${wait} ms for the client's own limit`);
    },
  };
}

/** `transport` with headers and the beginnings of bodies logged. */
export function logged(
  transport: Transport,
  job: Job,
  logger: Logger,
): Transport {
  const log = (what: string, headers: Headers, body: string): void => {
    const fields = shownHeaders(job, headers).map((pair) => pair.join(": "));
    const line = `${job.id}: ${what} ${fields.join("; ")}`;
    logger.debug(oneLine(body ? `${line} ${body}` : line));
  };
  return async (request) => {
    log("request", request.headers, requestBody(job, request));
    const response = await transport(request);
    const copy = isText(response) ? response.clone() : undefined;
    if (!copy) log(`response ${response.status}`, response.headers, "");
    else
      void readText(copy, 65_536).then((text) =>
        log(
          `response ${response.status}`,
          response.headers,
          shownBody(job, text, bodyLimit),
        ),
      );
    return response;
  };
}

function requestBody(job: Job, { body }: HttpRequest): string {
  return typeof body === "string" ? shownBody(job, body, bodyLimit) : "";
}

/** Whether a body is text that comes to an end. */
function isText({ headers }: Response): boolean {
  const media = headers.get("content-type") ?? "";
  return /json|^text\//.test(media) && !/event-stream|jsonl|ndjson/.test(media);
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}
