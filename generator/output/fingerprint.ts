import { createHash } from "node:crypto";

/**
 * SHA-256 of a text file, in hexadecimal. CRLF counts as LF: Git on Windows may check files out with either, and a file that
 * differs in nothing else has not been edited.
 */
export function fingerprint(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const hash = createHash("sha256");
  let start = 0;
  for (let at = bytes.indexOf("\r\n"); at !== -1; at = bytes.indexOf("\r\n", at + 2)) {
    hash.update(bytes.subarray(start, at));
    start = at + 1;
  }
  return hash.update(bytes.subarray(start)).digest("hex");
}
