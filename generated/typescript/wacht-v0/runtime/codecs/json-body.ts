import type { Codec } from "./codec.js";
import type { Draft } from "../request/draft.js";
import type { BodyType } from "../call/operation.js";

/** A JSON body of `codec`'s type: compact, in schema order (JSON-1). */
export function jsonBody(
  codec: Codec<unknown>,
  media: string = "application/json",
): BodyType {
  return {
    write(draft, value) {
      writeJson(draft, codec, media, value);
    },
  };
}

/** Makes `value` the body, and gives the JSON value that it is written from. */
export function writeJson(
  draft: Draft,
  codec: Codec<unknown>,
  media: string,
  value: unknown,
): unknown {
  draft.path.push("body");
  let encoded: unknown;
  try {
    encoded = withExtra(codec.run(value, draft), draft);
    if (encoded !== undefined) {
      draft.body = (draft.stringify ?? JSON.stringify)(encoded);
      draft.contentType = media;
    }
  } catch {
    draft.path.length = 1;
    draft.violate("cannot be written as JSON");
  }
  draft.path.length = 0;
  return encoded;
}

/** An object with the caller's further members behind its own (JSON-5). */
function withExtra(encoded: unknown, draft: Draft): unknown {
  if (!draft.extraBody) return encoded;
  if (typeof encoded !== "object" || encoded === null || Array.isArray(encoded))
    return draft.fail("object for extraBody", encoded);
  return { ...encoded, ...draft.extraBody };
}
