import type { BodyType, Reader } from "../call/operation.js";

/** A body of text. */
export function textBody(
  media: string = "text/plain",
): BodyType & Reader<string> {
  return {
    accept: media,
    read: (response) => response.text(),
    write(draft, value) {
      if (value === undefined) return;
      draft.body = `${value}`;
      draft.contentType = `${media};charset=utf-8`;
    },
  };
}

/** A body of bytes. */
export function bytesBody(
  media: string = "application/octet-stream",
): BodyType & Reader<Uint8Array> {
  return {
    accept: media,
    read: async (response) => new Uint8Array(await response.arrayBuffer()),
    write(draft, value) {
      if (value === undefined) return;
      draft.body = value as Uint8Array<ArrayBuffer>;
      draft.contentType = media;
    },
  };
}
