import type { Codec, PathKey, Walk } from "./codec.js";
import { essenceOf, isJson } from "./media-type.js";
import { Mismatch } from "./mismatch.js";
import type { Reader } from "../call/operation.js";
import { parseJson } from "./parse-json.js";
import { describe, placeText } from "./place.js";

/** The JSON of the largest value around `path` that has at most 200 characters, else of the innermost. */
function excerptOf(text: string, path: readonly PathKey[]): string {
  let value = JSON.parse(text) as unknown;
  let json = JSON.stringify(value);
  for (const key of path) {
    value = (value as { readonly [key: PathKey]: unknown })[key];
    if (json.length > 200) json = JSON.stringify(value) ?? json;
  }
  return json;
}

/** Decodes JSON text; throws {@link Mismatch}. No text at all is an absent value. */
export function decodeText<T>(text: string, codec: Codec<T>): T {
  return decodeValue(text ? parseJson(text) : undefined, text, codec);
}

/** Decodes what `text` holds; throws {@link Mismatch}. */
export function decodeValue<T>(
  value: unknown,
  text: string,
  codec: Codec<T>,
): T {
  const path: PathKey[] = [];
  const at: Walk = {
    path,
    text,
    violate() {},
    fail(expected, found): undefined {
      const excerpt = text && excerptOf(text, path);
      const place = `$${placeText(path)}`;
      throw new Mismatch(place, expected, describe(found), text, excerpt);
    },
  };
  return codec.run(value, at) as T;
}

/** A JSON answer of `codec`'s type; no body at all is null where the type has that (JSON-16). */
export function json<T>(
  codec: Codec<T>,
  accept: string = "application/json",
): Reader<T> {
  return {
    accept,
    async read(response) {
      const text = await response.text();
      const media = response.headers.get("content-type");
      if (
        text &&
        media !== accept &&
        !isJson(media) &&
        essenceOf(media) !== accept
      )
        throw new Mismatch("content-type", accept, media ?? "nothing", text);
      return text || !codec.admitsNull
        ? decodeText(text, codec)
        : decodeValue(null, text, codec);
    },
  };
}
