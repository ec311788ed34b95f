import type { Codec } from "../codecs/codec.js";
import { param, type Param } from "./param.js";

/** Settings of a header or cookie parameter. */
export interface NameOptions {
  /** The name on the wire where it differs. */
  readonly name?: string;
}

const quoteItem = (item: string): string =>
  /[",]/.test(item) ? `"${item.replace(/["\\]/g, "\\$&")}"` : item;

/** A header parameter; lists are joined by commas (HDR-1), null is left out. */
export function header(
  codec: Codec<unknown>,
  options: NameOptions = {},
): Param {
  return param("header", codec, options.name, (draft, name, value) => {
    if (value === null) return;
    draft.headers[name] = Array.isArray(value)
      ? value.map((item) => quoteItem(`${item}`)).join(",")
      : `${value}`;
  });
}
