import type { Codec, PathKey, Walk } from "./codec.js";
import type { BodyType, Reader } from "./operation.js";

/** Both directions of a JSON body. */
export interface JsonType<T> extends BodyType, Reader<T> {}

/** A JSON body of `codec`'s type. */
export function json<T>(codec: Codec<T>): JsonType<T> {
  return {
    accept: "application/json",
    read(text) {
      const path: PathKey[] = [];
      const at: Walk = {
        path,
        fail(expected, value) {
          throw new TypeError(
            `${path.join(".")}: expected ${expected}, got ${typeof value}`,
          );
        },
        violate() {},
      };
      return codec.decode(JSON.parse(text), at);
    },
    write(draft, value) {
      draft.body = JSON.stringify(codec.encode(value as T, draft));
      draft.contentType = "application/json";
    },
  };
}
