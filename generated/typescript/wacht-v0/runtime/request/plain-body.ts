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
