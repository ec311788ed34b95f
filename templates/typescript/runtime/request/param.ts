import type { Codec } from "../codecs/codec.js";
import type { Draft } from "./draft.js";

/** A parameter: puts its value into the request, under its name or another. */
export interface Param {
  add(draft: Draft, name: string, value: unknown): void;
}

/**
 * A parameter of `codec`'s type. `place` is what its violations are listed
 * under; `put` gets every value but undefined.
 */
export function param(
  place: string,
  codec: Codec<unknown>,
  wire: string | undefined,
  put: (draft: Draft, name: string, value: unknown) => void,
): Param {
  return {
    add(draft, name, value) {
      draft.path.push(place, name);
      draft.textual = true;
      const encoded = codec.run(value, draft);
      if (encoded !== undefined) put(draft, wire ?? name, encoded);
      draft.textual = false;
      draft.path.length = 0;
    },
  };
}
