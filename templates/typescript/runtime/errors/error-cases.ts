import type { Codec } from "../codec.js";
import {
  UnexpectedStatusError,
  type ApiError,
  type ApiFailure,
} from "./api-error.js";

/** A class of the service's own errors. */
export type ErrorClass = new (failure: ApiFailure) => ApiError<number, unknown>;

/** An error with a body type of its own, or told apart by a value in the body. */
export interface ErrorCase {
  readonly type: ErrorClass;
  /** The service's body type unless given. */
  readonly body?: Codec<unknown>;
  /** Dotted path into the body and the value there. */
  readonly when?: {
    readonly path: string;
    readonly equals: string | number | boolean;
  };
}

/** Error classes by status (`404`) or range (`5xx`); of several, the first that fits. */
export interface ErrorCases {
  readonly [status: string]: ErrorClass | ErrorCase | readonly ErrorCase[];
}

/** The value at a dotted path, `errors.0.message`, if there is one. */
export function valueAt(json: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? (value as { [key: string]: unknown })[key]
          : undefined,
      json,
    );
}

/** The entry of a status: its own, or its range's if `exact` is not wanted. */
export function entryOf<E>(
  table: { readonly [status: string]: E } | undefined,
  key: string,
): E | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What a status and a body come to: exact status, then range, then none (ERR-1). */
export function caseOf(
  status: number,
  json: unknown,
  cases: ErrorCases | undefined,
  names: { readonly [status: string]: string } | undefined,
): ErrorCase & { readonly errorName?: string | undefined } {
  const range = `${Math.trunc(status / 100)}xx`;
  const find = (key: string): ErrorCase | undefined => {
    const found = entryOf(cases, key);
    if (typeof found === "function") return { type: found };
    return [found ?? []]
      .flat()
      .find(({ when }) => !when || valueAt(json, when.path) === when.equals);
  };
  const exact = entryOf(names, `${status}`);
  return (
    find(`${status}`) ??
    (exact === undefined ? find(range) : undefined) ?? {
      type: UnexpectedStatusError,
      errorName: exact ?? entryOf(names, range),
    }
  );
}
