import type { ResponseInfo } from "../call/result.js";
import { ClientError } from "./client-error.js";

/** A response that came to an error, as the runtime read it. */
export interface Failure extends ResponseInfo {
  /** The body's text, of an error's up to 64 KiB. */
  readonly rawBody: string;
}

/** An error that a response brought. */
export abstract class ResponseError<Details extends Failure = Failure>
  extends ClientError<Details>
  implements Failure
{
  declare readonly status: number;
  declare readonly headers: Headers;
  declare readonly rawBody: string;
  declare readonly requestId: string | undefined;
  declare readonly attempts: number;
  declare readonly elapsed: number;
}
