import {
  unreadable,
  type Frame,
  type StreamOptions,
  type StreamType,
} from "./stream-type.js";

/** Bytes as they came off the wire, in pieces of any size. */
export interface Piece extends Frame {
  readonly data: Uint8Array;
}

/** A stream of bytes, in pieces as they come (SSE-16). */
export function byteStream(
  accept: string = "application/octet-stream",
  options: StreamOptions = {},
): StreamType<Uint8Array, Piece> {
  return {
    ...options,
    accept,
    read: unreadable,
    frames: (emit) => ({ feed: (data) => emit({ data }) }),
    decode: ({ data }) => data,
  };
}
