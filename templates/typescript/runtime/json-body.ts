import type { Codec } from "./codec.js";
import { decodeJson } from "./decode-json.js";
import { encodeJson } from "./encode-json.js";
import type { BodyType, Reader } from "./operation.js";

/** Both directions of a JSON body. */
export interface JsonType<T> extends BodyType, Reader<T> {}

/** A JSON body of `codec`'s type. */
export function json<T>(codec: Codec<T>): JsonType<T> {
  return {
    accept: "application/json",
    read: (response) => decodeJson(response, codec),
    write: (draft, value) => encodeJson(draft, codec, value),
  };
}
