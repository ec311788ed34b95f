import type { RequestBody } from "../request/draft.js";
import { inBrowser, platform } from "../client/platform.js";

/** A request as it goes out; nothing of it is encoded again (ENC-2). */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body?: RequestBody | undefined;
  readonly signal: AbortSignal;
}

/** Sends one request and gives its response as it is, a redirect too; rejects if there is none. */
export type Transport = (request: HttpRequest) => Promise<Response>;

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * `send`, or the global `fetch` of the moment, as a transport. A browser hides
 * redirects from programs: there it follows them itself, or fails. Deno sends texts
 * and bytes again by itself where a connection that it kept turns out to be closed,
 * whatever the method; a Blob it sends once (RETRY-1).
 */
export function fetchTransport(send: Fetch | undefined): Transport {
  return (request) => {
    const { url, method, headers, body = "", signal } = request;
    const inPage = /^(GET|HEAD)$/.test(method) ? "follow" : "error";
    // Of a stream that could be redirected, Node's fetch would keep all bytes.
    const isStored = !(body instanceof ReadableStream);
    const isRisky = isStored && /^(POST|PATCH)$/.test(method) && isDeno();
    const init = {
      method,
      headers,
      signal,
      redirect: isStored && !inBrowser() ? "manual" : inPage,
      body: isRisky ? new Blob([body]) : body || null,
      // Without it, fetch refuses a stream as the body.
      duplex: "half",
    } as const;
    return (send ?? fetch)(url, init);
  };
}

function isDeno(): boolean {
  return platform().process?.versions?.["deno"] !== undefined;
}
