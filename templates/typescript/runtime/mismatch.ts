/** Why a successful answer cannot be used; becomes a `DecodeError` where the call is known. */
export class Mismatch extends Error {
  /** `$.data[0].title`, or `content-type`. */
  readonly path: string;
  readonly expected: string;
  /** The body's text, as far as it was read. */
  readonly text: string;
  /** Up to 200 characters around the place. */
  readonly excerpt: string;

  constructor(
    path: string,
    expected: string,
    got: string,
    text: string,
    excerpt: string,
  ) {
    super(`${path}: expected ${expected}, got ${got}`);
    this.path = path;
    this.expected = expected;
    this.text = text;
    this.excerpt = excerpt;
  }
}
