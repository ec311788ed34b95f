import type { RateLimit } from "../rate-limit.js";
import { rateLimitOf } from "../rate-limit.js";
import { ClientError } from "./client-error.js";

/** A response that came to an error, as the runtime read it. */
export interface Failure {
  readonly operation: string;
  readonly status: number;
  readonly headers: Headers;
  /** The body's text, up to 64 KiB. */
  readonly rawBody: string;
  readonly requestId?: string | undefined;
  readonly attempts: number;
}

/** `(code agent_not_found, request req_9)`, led by a space, if there is something to say. */
export function noteOf(code: string | undefined, requestId?: string): string {
  const notes = [
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
  ];
  return notes.length > 0 ? ` (${notes.join(", ")})` : "";
}

/** An error that a response brought. Its bodies are not printed with it. */
export abstract class ResponseError extends ClientError {
  readonly #failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.#failure = failure;
  }

  get headers(): Headers {
    return this.#failure.headers;
  }

  /** The body's text, up to 64 KiB. */
  get rawBody(): string {
    return this.#failure.rawBody;
  }

  get requestId(): string | undefined {
    return this.#failure.requestId;
  }

  get attempts(): number {
    return this.#failure.attempts;
  }

  get rateLimit(): RateLimit | undefined {
    return rateLimitOf(this.#failure.headers);
  }
}
