import { Call } from "./call.js";
import type { ErrorCases } from "./errors/error-cases.js";
import type { BaseOptions, CallOptions } from "./options.js";
import type { Service } from "./service.js";
import { settingsOf, settle } from "./settings.js";
import { rawOperation } from "./raw-operation.js";

/** Arguments of {@link Client.request}. */
export interface RequestOptions extends CallOptions {
  /** Written after what `path` has; lists repeat the name. */
  readonly query?: { readonly [name: string]: unknown };
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Classes for statuses; others become `UnexpectedStatusError`. */
  readonly errors?: ErrorCases;
}

/**
 * The client without operations: they take it as their argument. Immutable and
 * safe to share (CFG-5). Subclasses keep no state of their own.
 */
export class Client {
  constructor(service: Service, options: BaseOptions = {}) {
    settle(this, service, options);
  }

  /** A client with some options changed that shares everything else with this one. */
  withOptions(options: BaseOptions): this {
    const before = settingsOf(this);
    const copy = Object.create(Object.getPrototypeOf(this) as object) as this;
    settle(
      copy,
      before.service,
      { ...before.options, ...options },
      options.env ? undefined : before.environment,
    );
    return copy;
  }

  /** A call of any path, untyped: JSON is parsed, other text is given as it is (RAW-2). */
  request(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Call<unknown> {
    const { query, body, errors, ...rest } = options;
    const extraQuery = { ...query, ...rest.extraQuery };
    return new Call(
      this,
      rawOperation(method, path, errors),
      { body },
      { ...rest, extraQuery },
    );
  }

  /** What may be logged: credentials are `***` (SEC-1). */
  toJSON(): { readonly [setting: string]: unknown } {
    const { baseUrl, credentials } = settingsOf(this);
    const hidden = [...credentials.keys()].map((name) => [name, "***"]);
    return { baseUrl, ...(Object.fromEntries(hidden) as object) };
  }
}
