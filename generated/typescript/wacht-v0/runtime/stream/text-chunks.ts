/** Thrown for a line or an event that is larger than the caller wants to hold. */
export class Oversize {
  /** Characters. */
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }
}

/**
 * Makes text of chunks of UTF-8 for a reader of lines: a chunk without a line end
 * waits for one, and what stands behind the last one waits for the next chunk. No
 * text is joined or searched twice, however small the chunks are.
 */
export class TextChunks {
  /** Characters that wait. */
  pending = 0;
  #rest: string[] = [];
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #isFirst = true;
  #isAscii = true;
  /** A `\r` has ended the last line: a `\n` now belongs to it (SSE-1). */
  #isAfterReturn = false;

  /** Text with at least one line end, or none at all. */
  take(chunk: Uint8Array): string {
    let text = this.#decode(chunk);
    if (!text) return text;
    if (this.#isAfterReturn && text.startsWith("\n")) text = text.slice(1);
    this.#isAfterReturn = false;
    if (this.pending === 0) return text;
    this.#push(text);
    if (!text.includes("\n") && !text.includes("\r")) return "";
    text = this.#rest.join("");
    this.#rest = [];
    this.pending = 0;
    return text;
  }

  /** Puts back what of a text is no whole line, from `start` on. */
  keep(text: string, start: number): void {
    if (start < text.length) this.#push(text.slice(start));
    else if (text.endsWith("\r")) this.#isAfterReturn = true;
  }

  #push(text: string): void {
    this.#rest.push(text);
    this.pending += text.length;
  }

  /** UTF-8 with replacement (SSE-2), and without a byte order mark at the start of it all (SSE-3). */
  #decode(chunk: Uint8Array): string {
    let text = this.#isAscii ? this.#decoder.decode(chunk) : "";
    // ASCII needs no state, and is decoded faster without.
    this.#isAscii &&= text.length === chunk.length && !text.includes("\uFFFD");
    if (!this.#isAscii) text = this.#decoder.decode(chunk, { stream: true });
    if (!this.#isFirst || !text) return text;
    this.#isFirst = false;
    return text.replace(/^\uFEFF/, "");
  }
}
