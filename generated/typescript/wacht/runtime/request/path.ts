import type { Codec } from "../codecs/codec.js";
import type { Draft } from "./draft.js";
import { param, type Param } from "./param.js";
import { percentEncode } from "./percent-encoding.js";

/** Encodes one segment; those that a URL parser would resolve are refused (ENC-3). */
function encodeSegment(text: string, draft: Draft): string {
  if (/^\.{0,2}$|\0/.test(text))
    draft.violate('must not be empty, "." or "..", nor contain NUL');
  return percentEncode(text, draft);
}

/** A path parameter that fills one segment: its slashes are encoded. */
export function segment(codec: Codec<unknown>): Param {
  return param("path", codec, undefined, (draft, name, value) => {
    draft.segments[name] = encodeSegment(`${value}`, draft);
  });
}

/** A path parameter that keeps its slashes; each segment is checked (ENC-9). */
export function segments(codec: Codec<unknown>): Param {
  return param("path", codec, undefined, (draft, name, value) => {
    const parts = `${value}`.split("/");
    draft.segments[name] = parts
      .map((part) => encodeSegment(part, draft))
      .join("/");
  });
}
