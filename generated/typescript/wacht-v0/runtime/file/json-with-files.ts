import type { BodyType } from "../call/operation.js";
import type { Codec } from "../codecs/codec.js";
import { writeJson } from "../codecs/json-body.js";

/** A JSON body with files in it, which are read before it is sent (FILE-2). */
export function jsonWithFiles(
  codec: Codec<unknown>,
  media: string = "application/json",
): BodyType {
  return {
    write(draft, value) {
      const reads: (() => Promise<void>)[] = [];
      draft.later = (read) => reads.push(read);
      const encoded = writeJson(draft, codec, media, value);
      draft.later = undefined;
      if (reads.length > 0)
        draft.prepare = async () => {
          for (const read of reads) await read();
          draft.body = (draft.stringify ?? JSON.stringify)(encoded);
        };
    },
  };
}
