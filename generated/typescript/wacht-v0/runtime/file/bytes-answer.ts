import type { Reader } from "../call/operation.js";

/** An answer that is bytes as they are. */
export function bytesAnswer(
  media: string = "application/octet-stream",
): Reader<Uint8Array> {
  return {
    accept: media,
    read: async (response) => new Uint8Array(await response.arrayBuffer()),
  };
}
