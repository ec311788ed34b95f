import type { HttpRequest } from "../http/transport.js";

/** A request that a test looks at. */
export interface RecordedRequest extends HttpRequest {
  /** Path and query, as they were sent: `/things?limit=5`. */
  readonly target: string;
  /** The body; can be asked for again, in any form. */
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  /** The body as JSON, undefined if there is none. */
  json(): Promise<unknown>;
}

/** Makes a request readable. Its body is read once, when it is asked for first. */
export function recorded(request: HttpRequest): RecordedRequest {
  let read: Promise<ArrayBuffer> | undefined;
  const bytes = async (): Promise<Uint8Array> => {
    read ??= new Response(request.body ?? null).arrayBuffer();
    return new Uint8Array(await read);
  };
  const text = async (): Promise<string> =>
    new TextDecoder().decode(await bytes());
  return {
    ...request,
    target: request.url.replace(/^\w+:\/\/[^/?#]*/, ""),
    bytes,
    text,
    async json() {
      const body = await text();
      return body === "" ? undefined : (JSON.parse(body) as unknown);
    },
  };
}
