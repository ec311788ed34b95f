import type { Client, ErrorTable, RateLimit } from "../../model/service.js";
import type { Context } from "../context.js";
import type { TypeTable } from "../types/type-table.js";

/** What operations are resolved against: the finished types, and what the service says once for all. */
export interface Service {
  readonly cx: Context;
  readonly table: TypeTable;
  readonly client: Client;
  readonly errors: ErrorTable;
  readonly rateLimits: readonly RateLimit[];
}
