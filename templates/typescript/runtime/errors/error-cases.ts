import type { Codec } from "../codecs/codec.js";
import {
  UnexpectedStatusError,
  type ApiError,
  type ApiFailure,
} from "./api-error.js";

/** A class of the service's own errors. */
export type ErrorClass = new (
  operation: string,
  words: string,
  details: ApiFailure,
) => ApiError<number, unknown>;

/** An error class with the type of its body, where that is not the service's own. */
export interface ErrorCase {
  readonly type: ErrorClass;
  readonly body?: Codec<unknown>;
  readonly errorName?: string | undefined;
}

/** Decides by the body which error a status is. */
export interface ErrorChoice {
  choose(json: unknown): ErrorCase | undefined;
}

/** What a status means: a class, or more. */
export type ErrorEntry = ErrorClass | ErrorCase | ErrorChoice;

/** Errors by status (`404`) or range (`5xx`). */
export interface ErrorCases {
  readonly [status: string]: ErrorEntry;
}

/** What a status and a body come to: the exact status, then its range, then none (ERR-1). */
export function findCase(
  status: number,
  json: unknown,
  cases: ErrorCases = {},
  names: { readonly [status: string]: string } = {},
): ErrorCase {
  const range = `${`${status}`[0]}xx`;
  const find = (key: string | number): ErrorCase | undefined => {
    const entry = cases[key];
    if (typeof entry === "function") return { type: entry };
    if (!entry) return undefined;
    return "choose" in entry ? entry.choose(json) : entry;
  };
  return (
    find(status) ??
    (names[status] ? undefined : find(range)) ?? {
      type: UnexpectedStatusError,
      errorName: names[status] ?? names[range],
    }
  );
}
