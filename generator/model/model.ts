import type { Described } from "./described.js";
import type { Resource } from "./operation.js";
import type { Client, ErrorTable, RateLimit } from "./service.js";
import type { TypeDef } from "./types.js";

/** What a schema means. Readonly data that knows no YAML and no language; every reference in it holds. */
export interface Model extends Described {
  /** `api:` of the root document. */
  readonly name: string;
  readonly version?: string;
  readonly client: Client;
  readonly errors: ErrorTable;
  readonly rateLimits: readonly RateLimit[];
  /** By module in include order, within a module in the author's order. */
  readonly types: readonly TypeDef[];
  readonly resources: readonly Resource[];
}
