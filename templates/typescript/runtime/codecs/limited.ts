import type { Reader } from "../call/operation.js";
import { Mismatch } from "./mismatch.js";

/** `reader` of bodies of at most `limit` bytes, as they are unpacked; of a longer one, no more is read. */
export function limited<T>(reader: Reader<T>, limit: number): Reader<T> {
  return {
    ...reader,
    read: (response) => reader.read(metered(response, limit)),
  };
}

function metered(response: Response, limit: number): Response {
  let size = 0;
  const meter = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >({
    transform(chunk, controller) {
      size += chunk.length;
      if (size <= limit) controller.enqueue(chunk);
      else
        controller.error(new Mismatch("$", `at most ${limit} B`, "more", ""));
    },
  });
  return new Response(response.body?.pipeThrough(meter) ?? null, response);
}
