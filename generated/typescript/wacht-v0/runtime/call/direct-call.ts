import type { Call } from "./call.js";
import type { Result } from "./result.js";

/** A call that is already under way. */
export type DirectCall<T, E> = Promise<T> & {
  /** The outcome, with the declared errors as values. */
  result(): Promise<Result<T, E>>;
};

/** Sends `call` at once. */
export function start<T, E>(call: Call<T, E>): DirectCall<T, E> {
  const outcome = call.result();
  const value = outcome.then((result) => {
    if (result.ok) return result.value;
    throw result.error;
  });
  return Object.assign(value, {
    result(): Promise<Result<T, E>> {
      value.catch(() => {});
      return outcome;
    },
  });
}
