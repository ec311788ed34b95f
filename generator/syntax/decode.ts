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

/** Offset of the first character that is not UTF-8: the longest prefix that may still become text is found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (begun(bytes.subarray(0, middle)) === undefined) high = middle - 1;
    else low = middle;
  }
  return new TextEncoder().encode(begun(bytes.subarray(0, low))).length;
}

/** The whole characters of a prefix; undefined if there is something else in it. */
function begun(prefix: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(prefix, { stream: true });
  } catch {
    return undefined;
  }
}
