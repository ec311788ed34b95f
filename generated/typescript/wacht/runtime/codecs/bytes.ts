import type { Codec } from "./codec.js";

export function encodeBase64(value: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < value.length; start += 0x8000)
    binary += String.fromCharCode(...value.subarray(start, start + 0x8000));
  return btoa(binary);
}

const urlSafe = (base64: string): string =>
  base64.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** Either alphabet, padded or not (JSON-13). */
function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]*=*$/.test(text)) return undefined;
  const digits = text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
  return digits.length % 4 !== 1
    ? Uint8Array.from(atob(digits), (char) => char.charCodeAt(0))
    : undefined;
}

function bytesCodec(
  expected: string,
  read: (text: string) => Uint8Array | undefined,
  write: (value: Uint8Array, textual: boolean | undefined) => string,
): Codec<Uint8Array> {
  return {
    run(value, at) {
      if (!at.encoding)
        return (
          (typeof value === "string" ? read(value) : undefined) ??
          at.fail(expected, value)
        );
      return value instanceof Uint8Array
        ? write(value, at.textual)
        : at.fail("Uint8Array", value);
    },
  };
}

const base64: Codec<Uint8Array> = /* @__PURE__ */ bytesCodec(
  "base64",
  decodeBase64,
  (value, textual) =>
    textual ? urlSafe(encodeBase64(value)) : encodeBase64(value),
);

/** Base64 in JSON (JSON-13), unpadded base64url in URLs and headers (ENC-4), a file in a body of parts. */
export const bytes: Codec<Uint8Array> = {
  run: (value, at) => (at.isFile?.(value) ? value : base64.run(value, at)),
};

/** `bytes as base64url`: unpadded. */
export const bytesBase64Url: Codec<Uint8Array> = /* @__PURE__ */ bytesCodec(
  "base64url",
  decodeBase64,
  (value) => urlSafe(encodeBase64(value)),
);

/** `bytes as hex`: lower case when sent. */
export const bytesHex: Codec<Uint8Array> = /* @__PURE__ */ bytesCodec(
  "hex",
  (text) =>
    /^([\da-f]{2})*$/i.test(text)
      ? Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
      : undefined,
  (value) =>
    Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join(""),
);
