import type { BaseOptions, CallOptions } from "./client-options.js";
import type { Service } from "./service.js";

/** A client's settings after merging options, environment and schema. */
export interface Settings {
  readonly service: Service;
  readonly options: BaseOptions;
  readonly baseUrl: string;
}

/** @internal */
export let settingsOf: (client: Client) => Settings;

/** Options of `client.request`. */
export interface RequestOptions extends CallOptions {
  readonly query?: { readonly [name: string]: unknown };
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A client without operations: pass it to them. Immutable and safe to share (CFG-5). */
export class Client {
  readonly #settings: Settings;

  static {
    settingsOf = (client) => client.#settings;
  }

  constructor(service: Service, options: BaseOptions = {}) {
    this.#settings = {
      service,
      options,
      baseUrl: options.baseUrl ?? service.baseUrl,
    };
  }
}
