import { ResponseError, type Failure } from "./response-error.js";

/** Why a successful answer cannot be used. */
export interface DecodeDetails {
  /** Where in the body: `$.data[0].title`; or `content-type`. */
  readonly path: string;
  /** What the type says is there. */
  readonly expected: string;
  /** What is there. */
  readonly got: string;
  readonly rawBody: string;
  /** Up to 200 characters around the place. */
  readonly excerpt: string;
}

/** A successful answer that does not fit its type. */
export class DecodeError
  extends ResponseError<Failure & DecodeDetails>
  implements DecodeDetails
{
  declare readonly path: string;
  declare readonly expected: string;
  declare readonly got: string;
  declare readonly excerpt: string;

  override get kind(): "Decode" {
    return "Decode";
  }
}
