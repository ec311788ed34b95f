import type { Reader } from "../call/operation.js";
import { essenceOf } from "../codecs/media-type.js";

/** What one of several readers gives. */
type ValueOf<Readers> =
  Readers[keyof Readers] extends Reader<infer T> ? T : never;

/** Answers by media type; what is none of them is read as the first, which says what is wrong with it. */
export function answerByMedia<
  Readers extends { readonly [contentType: string]: Reader<unknown> },
>(readers: Readers): Reader<ValueOf<Readers>> {
  const [first] = Object.values(readers);
  return {
    accept: Object.keys(readers).join(", "),
    read(response) {
      const name = essenceOf(response.headers.get("content-type"));
      const reader = Object.hasOwn(readers, name) ? readers[name] : first;
      return (reader as Reader<ValueOf<Readers>>).read(response);
    },
  };
}
