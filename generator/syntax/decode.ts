import type { Report } from "../source/report.js";
import { SourceFile } from "../source/source-file.js";
import type { Span } from "../source/span.js";

/** Makes text of the bytes of a file, without a byte order mark. Undefined, and reported at `asked`, if it is too large or not UTF-8. */
export function decode(path: string, bytes: Uint8Array, limit: number, asked: Span | undefined, report: Report): SourceFile | undefined {
  if (bytes.length > limit) {
    report.add("HD101", asked, { path, size: bytes.length, limit });
    return undefined;
  }
  try {
    return new SourceFile(path, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    report.add("HD102", asked, { path, offset: firstInvalid(bytes) });
    return undefined;
  }
}

/** Offset of the first byte that is not UTF-8, by halving: a prefix decodes as long as it ends before it. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}
