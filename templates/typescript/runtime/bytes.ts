import type { Codec } from "./codec.js";
import { scalar } from "./scalars.js";

/** Base64 in JSON (JSON-13), base64url in URLs and headers (ENC-4). */
export const bytes: Codec<Uint8Array> = /* @__PURE__ */ scalar(
  "base64",
  (value) => typeof value === "string",
);
export const bytesBase64Url: Codec<Uint8Array> = bytes;
export const bytesHex: Codec<Uint8Array> = bytes;
