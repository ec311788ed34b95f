import { Call, stateOf } from "../call/call.js";
import { infoOf, type CallForm } from "../call/call-form.js";
import type { ResponseInfo } from "../call/result.js";
import type { Client } from "../client/client.js";
import type { CallError } from "../errors/call-error.js";
import { fileNameOf } from "./content-disposition.js";
import { responseStream } from "./response-stream.js";

/** A file that is on its way. Read it in one way, once, or cancel its stream. */
export interface Download extends ResponseInfo {
  /** The bytes as they come, no faster than they are read. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The name that the service suggests, without directories (FILE-5). */
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  /** Bytes to come, if the service says so. */
  readonly size: number | undefined;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  blob(): Promise<Blob>;
}

/** A call that gives bytes, all at once or as they come. */
export class DownloadCall<T, E = CallError, H = never> extends Call<T, E, H> {
  /**
   * Sends the request and gives the file once its headers are there. The limits of
   * attempt and call end there; from then on only gaps are limited (`idle`).
   */
  async download(): Promise<Download> {
    const [client, operation, input, options] = stateOf(this);
    const call = new Call<Download>(
      client as Client,
      operation,
      input,
      options,
      asDownload,
    );
    return call.send();
  }
}

const asDownload: CallForm = async (job, response): Promise<Download> => {
  const { headers } = response;
  const stream = responseStream(job, response);
  const whole = (): Response => new Response(stream, { headers });
  const length = headers.get("content-length");
  const isKnown = length !== null && !headers.has("content-encoding");
  return {
    ...infoOf(job, response),
    stream,
    fileName: fileNameOf(headers),
    contentType: headers.get("content-type") ?? undefined,
    size: isKnown ? Number(length) : undefined,
    bytes: async () => new Uint8Array(await whole().arrayBuffer()),
    blob: () => whole().blob(),
  };
};
