import type { Walk } from "../codecs/codec.js";

/**
 * Percent-encodes all but the unreserved characters of RFC 3986 (ENC-1):
 * `a b+é` becomes `a%20b%2B%C3%A9`. A lone surrogate has no encoding.
 */
export function percentEncode(text: string, at: Walk): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    at.violate("must not contain a lone surrogate");
    return "";
  }
}
