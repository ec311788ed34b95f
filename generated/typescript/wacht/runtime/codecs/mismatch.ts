import type { DecodeDetails } from "../errors/decode-error.js";

/** Thrown where a body does not fit; becomes a `DecodeError` where the call is known. */
export class Mismatch {
  readonly words: string;
  readonly details: DecodeDetails;

  constructor(
    path: string,
    expected: string,
    got: string,
    rawBody: string,
    around: string = rawBody,
  ) {
    const excerpt = around.slice(0, 200);
    this.words = `${path} expected ${expected}, got ${got}`;
    this.details = { path, expected, got, rawBody, excerpt };
  }
}
