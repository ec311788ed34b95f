import type { Codec } from "../codecs/codec.js";
import type { Draft } from "./draft.js";
import { nested } from "./nested-pairs.js";
import type { BodyType } from "../call/operation.js";
import { percentEncode } from "./percent-encoding.js";

const encode = (text: string, draft: Draft): string =>
  percentEncode(text, draft).replace(/%20/g, "+");

/** An `application/x-www-form-urlencoded` body; nested values in brackets: `a[b]=c`, `a[0]=x` (ENC-8). */
export function form(codec: Codec<unknown>): BodyType {
  return {
    write(draft, value) {
      draft.path.push("body");
      draft.textual = true;
      const encoded = codec.run(value, draft);
      if (encoded !== undefined) {
        const pairs = Object.entries({
          ...(encoded as object),
          ...draft.extraBody,
        });
        draft.body = pairs
          .flatMap(([name, member]) =>
            nested(encode(name, draft), member, draft, encode),
          )
          .join("&");
        draft.contentType = "application/x-www-form-urlencoded";
      }
      draft.textual = false;
      draft.path.length = 0;
    },
  };
}
