import { Call } from "./call.js";
import type { Client } from "../client/client.js";
import type { ErrorCases } from "../errors/error-cases.js";
import type { CallOptions } from "../client/options.js";
import { settingsOf } from "../client/settings.js";
import { rawOperation } from "./raw-operation.js";

/** Arguments of {@link request}. */
export interface RequestOptions extends CallOptions {
  /** Written after what the path has; lists repeat the name. */
  readonly query?: { readonly [name: string]: unknown };
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Classes for statuses; others become `UnexpectedStatusError`. */
  readonly errors?: ErrorCases;
}

/**
 * A call of any path, untyped: JSON is parsed, other text is given as it is
 * (RAW-2). Credentials, limits and errors are those of every call.
 *
 * @example
 * const news = await request(client, "GET", "/new-thing").send();
 */
export function request(
  client: Client,
  method: string,
  path: string,
  options: RequestOptions = {},
): Call<unknown> {
  const { query, body, errors, ...rest } = options;
  const { idempotencyKey: key } = settingsOf(client).service;
  const header = key?.methods.includes(method) ? key.header : undefined;
  const operation = rawOperation(method, path, errors, header);
  const extraQuery = { ...query, ...rest.extraQuery };
  return new Call(client, operation, { body }, { ...rest, extraQuery });
}
