import type { Piece } from "./file-source.js";

/** Whether a piece can be sent again. */
export function isStored(
  piece: Piece,
): piece is Uint8Array<ArrayBuffer> | Blob {
  return piece instanceof Uint8Array || piece instanceof Blob;
}

/** Ends the reading of what has not been read to its end. */
export type Stop = () => void;

/**
 * One stream of all pieces, each read when its turn comes, and no faster than they
 * are sent. `begin` is told of the first byte that is asked for, and how to stop.
 */
export function joined(
  pieces: readonly Piece[],
  begin: (stop: Stop) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const waiting = [...pieces];
  let current: AsyncIterator<Uint8Array | string> | undefined;
  let isBegun = false;
  const stop = (): void => {
    waiting.length = 0;
    current?.return?.().catch(() => {});
  };
  const next = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const { value } = (await current?.next()) ?? {};
      if (value === undefined) {
        const piece = waiting.shift();
        if (!piece) return undefined;
        if (piece instanceof Uint8Array) return piece;
        current = iteratorOf(piece instanceof Blob ? piece.stream() : piece);
      } else if (value.length > 0) {
        return typeof value === "string" ? encoder.encode(value) : value;
      }
    }
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (!isBegun) begin(stop);
        isBegun = true;
        const bytes = await next();
        if (bytes) controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
        else controller.close();
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}

/** The chunks of a stream; not every browser iterates over streams itself. */
function iteratorOf(
  stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>,
): AsyncIterator<Uint8Array | string> {
  if (!("getReader" in stream)) return stream[Symbol.asyncIterator]();
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}
