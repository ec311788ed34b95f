import type { Frame, FrameReader } from "./stream-type.js";
import { Oversize, TextChunks } from "./text-chunks.js";

/** A line, without its end. */
export interface Line extends Frame {
  readonly data: string;
}

/** Cuts a stream into its lines, without empty ones; the last one needs no end. */
export class LineParser implements FrameReader {
  readonly #limit: number;
  readonly #emit: (line: Line) => void;
  readonly #chunks = new TextChunks();

  /** `limit` is the size of the largest line, in characters. */
  constructor(limit: number, emit: (line: Line) => void) {
    this.#limit = limit;
    this.#emit = emit;
  }

  feed(chunk: Uint8Array): void {
    const text = this.#chunks.take(chunk);
    let at = 0;
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
      this.#line(text.slice(at, index));
      at = index + end.length;
    }
    this.#chunks.keep(text, at);
    if (this.#chunks.pending > this.#limit) throw new Oversize(this.#limit);
  }

  end(): void {
    this.#line(this.#chunks.take(new Uint8Array([10])).trimEnd());
  }

  #line(data: string): void {
    if (data.length > this.#limit) throw new Oversize(this.#limit);
    if (data.trim()) this.#emit({ data });
  }
}
