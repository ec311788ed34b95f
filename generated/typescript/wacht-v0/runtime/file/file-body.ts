import type { Walk } from "../codecs/codec.js";
import { inBrowser, platform } from "../client/platform.js";
import type { Draft } from "../request/draft.js";
import type { FileSource, Piece } from "./file-source.js";
import { isStored, joined, type Stop } from "./joined-pieces.js";

/** A part of a body, and how long it is as far as that is known. */
export interface SizedPiece {
  readonly piece: Piece;
  readonly size: number | undefined;
}

/**
 * Makes pieces the request's body. Those that are stored have a length and can be
 * sent again; a stream is read while it is sent, once (FILE-4).
 */
export function sendPieces(
  draft: Draft,
  pieces: readonly SizedPiece[],
  contentType: string,
): void {
  draft.contentType = contentType;
  const all = pieces.map(({ piece }) => piece);
  const [first] = all;
  const size = pieces.reduce((sum, { size = NaN }) => sum + size, 0);
  if (all.length === 1 && first instanceof Uint8Array) draft.body = first;
  else if (all.every(isStored) && !isCopied(size)) draft.body = new Blob(all);
  else if (inBrowser()) collect(draft, all);
  else stream(draft, all, size);
}

/** Whether sending a `Blob` of that size takes as much memory again: Node's fetch keeps a second one of every body that it could redirect. */
function isCopied(size: number): boolean {
  return size > 0x100000 && !!platform().process?.versions?.["undici"];
}

/** Browsers send streams over HTTP/2 only, if at all: there the pieces become a `Blob` first. */
function collect(draft: Draft, pieces: readonly Piece[]): void {
  draft.prepare = async () => {
    draft.body = await new Response(joined(pieces, () => {})).blob();
  };
}

/** Each attempt has a stream of its own; what is not stored can be read by one of them. */
function stream(draft: Draft, pieces: readonly Piece[], size: number): void {
  const begin = (stop: Stop): void => {
    draft.release?.();
    draft.release = stop;
    draft.readOnce = !pieces.every(isStored);
  };
  Object.defineProperty(draft, "body", { get: () => joined(pieces, begin) });
  if (size >= 0) draft.headers["content-length"] = `${size}`;
}

/** Notes what keeps a file from being sent. */
export function checkFile(at: Walk, { type, spent }: FileSource): void {
  if (spent) at.violate("has been read already");
  if (type && /[^\t -~]/.test(type)) at.violate("must have a media type");
}
