import type { Mismatch } from "../mismatch.js";
import { noteOf, ResponseError, type Failure } from "./response-error.js";

/** A successful answer that does not fit its type. */
export class DecodeError extends ResponseError {
  readonly #mismatch: Mismatch;
  readonly status: number;

  constructor(failure: Failure, mismatch: Mismatch) {
    const { operation, status, requestId } = failure;
    super(
      failure,
      `${operation}: ${status} Decode: ${mismatch.message}${noteOf(undefined, requestId)}`,
    );
    this.status = status;
    this.#mismatch = mismatch;
  }

  override get kind(): "Decode" {
    return "Decode";
  }

  /** Where in the body: `$.data[0].title`. */
  get path(): string {
    return this.#mismatch.path;
  }

  /** What the type says is there. */
  get expected(): string {
    return this.#mismatch.expected;
  }

  /** Up to 200 characters around the place. */
  get excerpt(): string {
    return this.#mismatch.excerpt;
  }
}
